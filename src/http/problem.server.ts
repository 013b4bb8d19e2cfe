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
  404: 'Not Found',
  405: 'Method Not Allowed',
  503: 'Service Unavailable',
};

/** Answers every error in one shape. https://www.rfc-editor.org/rfc/rfc9457 */
export function problem(error: Error, context: Context, log: (error: Error) => void): Response {
  const known = error instanceof HttpError ? error : undefined;
  if (known === undefined) log(error);
  const status = known?.status ?? 500;
  const body = {
    type: 'about:blank',
    title: titles[status] ?? 'Internal Server Error',
    status,
    detail: known?.message ?? 'The handbook made a mistake. Its log says which.',
    code: known?.code ?? 'internal',
    ...known?.more,
  };
  return context.body(JSON.stringify(body), status, {'content-type': 'application/problem+json', 'cache-control': 'no-store'});
}
