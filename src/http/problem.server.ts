import type {Context} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';

/** A request that cannot be answered, and what the stranger who made it may know of it. */
export class HttpError extends Error {
  readonly status: ContentfulStatusCode;
  /** One word for programs. */
  readonly code: string;
  /** Further members of the answer. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: ContentfulStatusCode, {code, message, ...more}: {code: string; message: string} & Record<string, unknown>) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
    this.code = code;
    this.more = more;
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/** Answers every error in one shape. https://www.rfc-editor.org/rfc/rfc9457 */
export function problem(error: Error, context: Context, log: (error: Error) => void): Response {
  const known = error instanceof HttpError ? error : undefined;
  if (known === undefined) log(error);
  const body = problemOf(known ?? new HttpError(500, {code: 'internal', message: 'The handbook made a mistake. Its log says which.'}));
  return context.body(body, known?.status ?? 500, {'content-type': 'application/problem+json', 'cache-control': 'no-store'});
}

/** The body of such an answer. */
export function problemOf({status, code, message, more}: HttpError): string {
  return JSON.stringify({type: 'about:blank', title: titles[status] ?? 'Internal Server Error', status, detail: message, code, ...more});
}
