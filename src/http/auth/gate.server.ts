import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {assertionCheck} from './assertion.server.ts';
import {setIdentity, type Check, type Identity, type Verdict} from './identity.server.ts';
import {proxyCheck} from './proxy.server.ts';
import {refuse, refuseUpgrade} from './refusal.server.ts';
import {secretHeader, type AuthSettings} from './settings.server.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type UpgradeListener<S extends Duplex> = (request: IncomingMessage, socket: S, head: Buffer) => void;

/** What stands before everything that this server answers. */
export interface Gate {
  /** Whether this request may be answered, and whose it is. */
  readonly check: Check;
  /** Lets through what may be answered, and ends answers that outlive the reader's assertion. */
  readonly listener: (next: Listener) => Listener;
  /** The same for websockets. */
  readonly upgrade: <S extends Duplex>(next: UpgradeListener<S>) => UpgradeListener<S>;
}

export interface GateOptions {
  /** Hears why somebody was refused, at most once a minute for each code. Says nothing by default. */
  readonly log?: (message: string) => void;
}

/** A gate as the environment wants it. With `none` it stands open, and costs nothing. */
export function createGate(settings: AuthSettings, {log = () => {}}: GateOptions = {}): Gate {
  if (settings.HANDBOOK_AUTH === 'none') {
    const everybody: Check = async () => ({kind: 'reader', identity: {subject: 'anybody'}});
    return {check: everybody, listener: (next) => next, upgrade: (next) => next};
  }
  const check = settings.HANDBOOK_AUTH === 'jwt' ? assertionCheck(settings) : proxyCheck(settings);
  const proofs = proofsOf(settings);
  const note = seldom(log);
  const enter = async (request: IncomingMessage): Promise<Verdict> => {
    const verdict = await check(request);
    strip(request, proofs);
    if (verdict.kind === 'reader') setIdentity(request, verdict.identity);
    else note(verdict.code, `refused with ${verdict.status} ${verdict.code}: ${verdict.because}`);
    return verdict;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse, next: Listener): Promise<void> => {
    const verdict = await enter(request);
    // Who has hung up meanwhile gets no stream that nobody would end.
    if (response.destroyed) return;
    if (verdict.kind === 'refused') {
      refuse(request, response, verdict);
      return;
    }
    endAt(verdict.identity, response);
    next(request, response);
  };
  const upgrade = async (request: IncomingMessage, socket: Duplex, next: () => void): Promise<void> => {
    // From here on the socket is ours, and an error that nobody hears would end the process.
    socket.on('error', () => socket.destroy());
    const verdict = await enter(request);
    if (socket.destroyed) return;
    if (verdict.kind === 'refused') {
      refuseUpgrade(socket, verdict);
      return;
    }
    endAt(verdict.identity, socket);
    next();
  };
  return {
    check,
    listener: (next) => (request, response) => {
      if (!isOpen(request.url)) {
        void answer(request, response, next);
        return;
      }
      strip(request, proofs.filter(isNotOfHooks));
      next(request, response);
    },
    upgrade: (next) => (request, socket, head) => void upgrade(request, socket, () => next(request, socket, head)),
  };
}

/**
 * What strangers may ask: whether this process lives, and the hooks, which have a token of their own. The target is taken as it was sent:
 * whatever would have to be decoded or resolved first is not one of these.
 */
function isOpen(target = ''): boolean {
  return /^\/(healthz|_hooks\/[\w-]+)(\?|$)/.test(target);
}

/** The token of a hook stands in this one. */
function isNotOfHooks(name: string): boolean {
  return name !== 'authorization';
}

/** The headers that let a reader in. Nobody behind the gate needs them, and what is not there cannot be logged or passed on. */
function proofsOf(settings: Exclude<AuthSettings, {HANDBOOK_AUTH: 'none'}>): readonly string[] {
  return settings.HANDBOOK_AUTH === 'jwt' ? [settings.HANDBOOK_JWT_HEADER] : [secretHeader, settings.HANDBOOK_PROXY_USER_HEADER];
}

function strip(request: IncomingMessage, names: readonly string[]): void {
  for (const name of names) {
    delete request.headers[name];
    delete request.headersDistinct[name];
  }
  // Hono reads this list: names and values take turns in it.
  const {rawHeaders} = request;
  for (let n = rawHeaders.length - 2; n >= 0; n -= 2) {
    if (names.includes(rawHeaders[n]?.toLowerCase() ?? '')) rawHeaders.splice(n, 2);
  }
}

/** The longest that a timer can wait: 24 days. */
const longestMs = 2 ** 31 - 1;

function endAt({expiresAt}: Identity, stream: ServerResponse | Duplex): void {
  if (expiresAt === undefined) return;
  const timer = setTimeout(() => stream.destroy(), Math.min(Math.max(expiresAt - Date.now(), 0), longestMs));
  timer.unref();
  stream.once('close', () => clearTimeout(timer));
}

/** Passes on the first message of each kind in a minute: strangers must not fill the log. */
function seldom(log: (message: string) => void): (kind: string, message: string) => void {
  const last = new Map<string, number>();
  return (kind, message) => {
    if (Date.now() - (last.get(kind) ?? 0) < 60_000) return;
    last.set(kind, Date.now());
    log(message);
  };
}
