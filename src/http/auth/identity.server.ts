import type {IncomingMessage} from 'node:http';

/** A reader that was let in. */
export interface Identity {
  /** Who it is, as the issuer or the proxy says: stable, not for show. */
  readonly subject: string;
  /** In milliseconds since 1970. An answer or a websocket that is open then is ended, so that the reader has to be known again. */
  readonly expiresAt?: number;
}

/** Why somebody was not let in. */
export interface Refusal {
  /** 401: not known. 403: known, but not meant for this handbook. 503: nobody can be known at the moment. */
  readonly status: 401 | 403 | 503;
  /** One word for programs. */
  readonly code: string;
  /** A sentence for the stranger. */
  readonly message: string;
  /** What only the log may know. */
  readonly because: string;
}

export type Verdict = {readonly kind: 'reader'; readonly identity: Identity} | ({readonly kind: 'refused'} & Refusal);

/** Looks at one request. What it needs of the headers it reads before it first waits. */
export type Check = (request: IncomingMessage) => Promise<Verdict>;

const identities = new WeakMap<IncomingMessage, Identity>();

/** Who made this request. Undefined where nobody is asked: with HANDBOOK_AUTH=none, and on the paths that are open. */
export function identityOf(request: IncomingMessage): Identity | undefined {
  return identities.get(request);
}

export function setIdentity(request: IncomingMessage, identity: Identity): void {
  identities.set(request, identity);
}

/** Every value of a header, apart: of two equal names Node joins some and drops others, and whoever sends a second one wants to confuse. */
export function valuesOf(request: IncomingMessage, name: string): readonly string[] {
  return request.headersDistinct[name] ?? [];
}
