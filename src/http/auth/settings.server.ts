import * as z from 'zod';
import {parseNetworks} from './networks.server.ts';

/** The header in which a proxy shows the secret that it shares with the handbook. */
export const secretHeader = 'x-handbook-proxy-secret';

const exact = (what: string) => z.string(what).regex(/^\S+$/, `${what}, without spaces`);

const headerName = z
  .string('the name of a header')
  .regex(/^[\w!#$%&'*+.^`|~-]+$/, 'the name of a header')
  .transform((name) => name.toLowerCase());

/** Names that mean something else to whoever reads the request after us. */
const taken = new Set([secretHeader, 'authorization', 'cookie', 'host', 'connection', 'upgrade', 'content-length', 'transfer-encoding']);

/**
 * How readers are known, as the environment says it. `none`: everybody who reaches the port is a reader. `jwt`: each request carries a
 * signed assertion (https://www.rfc-editor.org/rfc/rfc7519). `proxy`: a proxy that we trust names the reader.
 */
export const AuthSettings = z.discriminatedUnion(
  'HANDBOOK_AUTH',
  [
    z.object({HANDBOOK_AUTH: z.literal('none')}),
    z.object({
      HANDBOOK_AUTH: z.literal('jwt'),
      /** In `authorization` the assertion stands behind the word Bearer, in any other header alone. */
      HANDBOOK_JWT_HEADER: headerName.default('authorization'),
      /** Compared letter by letter with `iss`. */
      HANDBOOK_JWT_ISSUER: exact('the issuer of the assertions'),
      /** Compared letter by letter with `aud`, or with each of its members. */
      HANDBOOK_JWT_AUDIENCE: exact('the audience of the assertions'),
      /** Where the issuer publishes its keys. https://www.rfc-editor.org/rfc/rfc7517#section-5 */
      HANDBOOK_JWT_JWKS_URL: z
        .string('the address of the keys of the issuer')
        .refine(isFetchedSafely, 'an https address without credentials (http only on loopback)'),
    }),
    z.object({
      HANDBOOK_AUTH: z.literal('proxy'),
      /** The networks from which the proxy itself connects. */
      HANDBOOK_PROXY_FROM: z.string('the networks of the proxy, as 10.0.0.0/8,fd00::/8').transform((text, context) => {
        const networks = parseNetworks(text);
        if (networks !== undefined) return networks;
        context.addIssue('networks of the proxy, as 10.0.0.0/8,fd00::/8, and none that holds every address');
        return z.NEVER;
      }),
      HANDBOOK_PROXY_SECRET: z.string('a secret, best of 32 characters or more').regex(/^[!-~]+$/, 'a secret of visible ASCII characters'),
      HANDBOOK_PROXY_USER_HEADER: headerName.refine((name) => !taken.has(name), 'a header that is the reader’s name and nothing else'),
    }),
  ],
  {error: "one of 'none', 'jwt', 'proxy'"},
);
export type AuthSettings = z.output<typeof AuthSettings>;

/** Keys that somebody on the way could exchange prove nothing. */
function isFetchedSafely(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const {protocol, hostname, username, password} = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}

/** Whether only this machine can be meant. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
