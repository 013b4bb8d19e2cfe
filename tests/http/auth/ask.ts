import {request, type IncomingMessage} from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Sends a target and headers as they are: a client of good manners would mend or join them. */
export async function ask(
  base: string,
  target: string,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Answer> {
  const {hostname, port} = new URL(base);
  const sent = request({host: hostname, port, path: target, headers: headers as Record<string, string | string[]>, agent: false});
  const {promise, resolve, reject} = Promise.withResolvers<IncomingMessage>();
  sent.on('response', resolve).on('error', reject).end();
  const response = await promise;
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return {status: response.statusCode ?? 0, headers: response.headers, body};
}
