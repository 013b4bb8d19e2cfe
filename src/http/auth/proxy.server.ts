import {hash, timingSafeEqual} from 'node:crypto';
import {isWithin} from './networks.server.ts';
import {secretHeader, type AuthSettings} from './settings.server.ts';
import {valuesOf, type Check, type Verdict} from './identity.server.ts';

/** When a session at the proxy ends, we are not told. So an open answer ends after this time, and the proxy is asked again. */
const askAgainMs = 10 * 60_000;

/**
 * Believes a proxy that names the reader: only from its own networks, and only with the shared secret. The address is the peer's of the
 * connection; what a header says of addresses is not looked at.
 */
export function proxyCheck(settings: Extract<AuthSettings, {HANDBOOK_AUTH: 'proxy'}>): Check {
  const {HANDBOOK_PROXY_FROM: networks, HANDBOOK_PROXY_SECRET: secret, HANDBOOK_PROXY_USER_HEADER: userHeader} = settings;
  const expected = hash('sha256', secret, 'buffer');
  return async (request) => {
    const peer = request.socket.remoteAddress;
    const shown = valuesOf(request, secretHeader);
    const users = valuesOf(request, userHeader);
    if (!isWithin(networks, peer)) return refused(`${peer ?? 'a peer without address'} is not in HANDBOOK_PROXY_FROM`);
    // Hashes are of one length, which the comparison asks for, and tell nothing of the length of the secret.
    if (shown.length !== 1 || !timingSafeEqual(hash('sha256', shown.join(''), 'buffer'), expected)) {
      return refused(`${peer} did not show HANDBOOK_PROXY_SECRET once in ${secretHeader}`);
    }
    const subject = users.join('').trim();
    if (users.length !== 1 || subject === '') return refused(`${peer} named no reader, or several, in ${userHeader}`);
    return {kind: 'reader', identity: {subject, expiresAt: Date.now() + askAgainMs}};
  };
}

/** The stranger hears the same in every case: which of the proofs was right is nothing to them. */
function refused(because: string): Verdict {
  return {kind: 'refused', status: 401, code: 'not-signed-in', message: 'Nobody who is trusted here vouches for this request', because};
}
