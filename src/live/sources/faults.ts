import {AskError} from './reading.ts';

/** How a connection came to nothing, in words of ours. Whatever the other side or a library said is not among them. */
const words: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name is not known',
  EAI_AGAIN: 'the name cannot be looked up',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EPIPE: 'connection reset',
  UND_ERR_SOCKET: 'connection reset',
  EHOSTUNREACH: 'no way to the host',
  ENETUNREACH: 'no way to the host',
  HTTPParserError: 'no HTTP',
  EPROTO: 'no TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no TLS',
  CERT_HAS_EXPIRED: 'certificate has expired',
  CERT_NOT_YET_VALID: 'certificate is not valid yet',
  CERT_REVOKED: 'certificate is revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate name does not match',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate is not from a trusted authority',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate is not from a trusted authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate is not from a trusted authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate is not from a trusted authority',
};
const resets = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** @returns our word for a failed connection; `no connection` for one that has no word of its own. */
export function wordOf(error: unknown): string {
  return codesOf(error).flatMap((code) => words[code] ?? [])[0] ?? 'no connection';
}

/** @returns whether the other side was not there or hung up, which a second try soon after may mend. */
export function isReset(error: unknown): boolean {
  return codesOf(error).some((code) => resets.has(code));
}

/** @returns what we threw ourselves inside a library that wrapped it. */
export function refusalIn(error: unknown): AskError | undefined {
  return chainOf(error).find((link) => link instanceof AskError);
}

/** @returns the codes and names of an error and of all that caused it, outermost first. */
export function codesOf(error: unknown): string[] {
  return chainOf(error).flatMap((link) => ('code' in link && typeof link.code === 'string' ? [link.code, link.name] : link.name));
}

/** An error, what caused it, and what caused that; a name with several addresses fails with several errors at once. */
function chainOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const several: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...[...several, error.cause].flatMap(chainOf)];
}
