import type {RequestListener, ServerResponse} from 'node:http';
import type {Socket} from 'node:net';
import {gzipSync} from 'node:zlib';
import type {Reason} from '../../src/live/state.ts';

/** What an upstream must not be able to say to a reader. It stands in every text that a source is free in. */
export const upstreamSays = 'UPSTREAM-SAYS-THIS';

/** An answer that would be green if it were believed, and how it must be taken instead. */
export interface HostileAnswer {
  readonly answer: RequestListener;
  readonly reason: Reason;
  readonly detail: RegExp;
  /** Where running out of time is the point; the rest has enough of it on a busy machine. */
  readonly timeout?: string;
  /** Costs the machine so much that it is given once. */
  readonly heavy?: boolean;
}

const green = '{"status":"up","n":1}';
const megabyte = Buffer.alloc(1024 * 1024, ' ');
const tooLong = {reason: 'parse', detail: /^parse: more than 16777216 bytes$/, heavy: true} as const;
const late = {reason: 'timeout', detail: /^timeout: no answer within 400 ms$/, timeout: '400ms'} as const;
const cut = {reason: 'unreachable', detail: /^unreachable: connection reset$/} as const;
const parse = (words: string) => ({reason: 'parse', detail: new RegExp(`^parse: ${words}$`)}) as const;
const notHttp = parse('the answer is not HTTP as it should be');
const httpStatus = (status: number, reason: Reason) => ({reason, detail: new RegExp(`^${reason}: HTTP ${status}$`)}) as const;
const noWord = parse('what stands at /status is not among the words');

const tooMuch = Buffer.concat([...Array.from({length: 17}, () => megabyte), Buffer.from(green)]);
/** A gigabyte in a megabyte: gzip may consist of many parts. https://www.rfc-editor.org/rfc/rfc1952#section-2.2 */
const packedMegabyte = gzipSync(megabyte);
const bomb = Buffer.concat([...Array.from({length: 1024}, () => packedMegabyte), gzipSync(green)]);

export const hostileAnswers: Readonly<Record<string, HostileAnswer>> = {
  'seventeen-megabytes': {...tooLong, answer: (_, response) => response.end(tooMuch)},
  'seventeen-megabytes-declared': {
    ...tooLong,
    answer: (_, response) => response.writeHead(200, {'content-length': tooMuch.length}).end(tooMuch),
  },
  'a-terabyte-declared': {...late, answer: (_, response) => response.writeHead(200, {'content-length': 2 ** 40}).write('{')},
  'gzip-bomb': {...tooLong, answer: packed('gzip', bomb)},
  'gzip-in-gzip': {...parse('the answer is packed in an unknown way'), answer: packed('gzip, gzip', gzipSync(gzipSync(green)))},
  'packed-with-brotli': {...parse('the answer is packed in an unknown way'), answer: packed('br', Buffer.from(green))},
  'no-gzip-at-all': {...notHttp, answer: packed('gzip', Buffer.from(green))},
  'never-ending': {...tooLong, answer: (_, response) => flood(response, megabyte)},
  'never-ending-headers': {...notHttp, heavy: true, answer: raw((socket) => flood(socket, Buffer.from(`x-more: ${'x'.repeat(1000)}\r\n`)))},
  'early-hints-without-end': {...late, answer: raw((socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'), '')},
  drips: {...late, answer: (_, response) => drip(response.writeHead(200), ' ')},
  'drips-headers': {...late, answer: raw((socket) => drip(socket, 'x-more: x\r\n'))},
  'never-comes': {...late, answer: () => {}},
  'web-page': {
    ...parse('the answer is a web page'),
    answer: (_, response) => response.writeHead(200, {'content-type': 'text/html'}).end(green),
  },
  'web-page-in-disguise': {...parse('the answer is not JSON'), answer: (_, response) => response.end(`<!doctype html><p>${upstreamSays}`)},
  'json-as-script': {...parse('the answer is not JSON'), answer: (_, response) => response.end(`pwned(${green})`)},
  'two-answers-in-one': {...parse('the answer is not JSON'), answer: (_, response) => response.end(`${green}${green}`)},
  'nothing-at-all': {...parse('HTTP 204|parse: the answer is not JSON'), answer: (_, response) => response.writeHead(204).end()},
  'a-million-brackets': {
    ...parse('the answer has nothing at /status|parse: the answer is not JSON'),
    heavy: true,
    answer: (_, response) => response.end(`${'['.repeat(1e6)}${']'.repeat(1e6)}`),
  },
  'prototype-as-key': {...parse('the answer has nothing at /status'), answer: (_, response) => response.end(`{"__proto__":${green}}`)},
  'word-of-the-prototype': {...noWord, answer: (_, response) => response.end('{"status":"constructor"}')},
  'markup-as-word': {
    ...noWord,
    answer: (_, response) => response.end(JSON.stringify({status: `<img src=x onerror=pwned()>${upstreamSays}`})),
  },
  'list-as-word': {...noWord, answer: (_, response) => response.end('{"status":["up"]}')},
  'error-with-text': {...httpStatus(500, 'unreachable'), answer: says(500)},
  'refusal-with-text': {...httpStatus(401, 'unauthorised'), answer: says(401)},
  'ban-with-text': {...httpStatus(403, 'unauthorised'), answer: says(403)},
  'too-many-with-text': {...httpStatus(429, 'rate-limited'), answer: says(429)},
  'missing-with-text': {...httpStatus(404, 'parse'), answer: says(404)},
  ...Object.fromEntries(
    [301, 302, 303, 307, 308].map((status) => [
      `redirect-${status}`,
      {...httpStatus(status, 'parse'), answer: redirect(status, 'http://169.254.169.254/latest/meta-data/')},
    ]),
  ),
  'redirect-to-own-loopback': {...httpStatus(302, 'parse'), answer: redirect(302, '/never')},
  'redirect-to-a-file': {...httpStatus(302, 'parse'), answer: redirect(302, 'file:///etc/passwd')},
  'no-http': {...notHttp, answer: raw((socket) => socket.end(`SSH-2.0-${upstreamSays}\r\n`), '')},
  'another-protocol': {
    reason: 'unreachable',
    detail: /^unreachable: /,
    answer: raw((socket) => socket.end('\r\n'), 'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n'),
  },
  'two-lengths': {
    ...notHttp,
    answer: raw((socket) => socket.end(`content-length: ${green.length}\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${green}`)),
  },
  'hangs-up': {...cut, answer: (incoming) => incoming.socket.resetAndDestroy()},
  'hangs-up-half-way': {
    ...cut,
    answer: (_, response) => {
      response.writeHead(200, {'content-length': green.length}).write('{');
      setTimeout(() => response.destroy(), 20);
    },
  },
};

/** Figures that are none. */
export const hostileFigures: Readonly<Record<string, string>> = {
  'no-number': '"NaN"',
  'beyond-numbers': '1e999',
  hexadecimal: '"0x1F"',
  'half-a-number': '"1e"',
  'empty-text': '""',
  'other-digits': '"١٢"',
  nothing: 'null',
  truth: 'true',
  'list-of-one': '[1]',
  'promise-of-a-value': '{"valueOf":1,"toString":1}',
  markup: `"<img src=x onerror=pwned()>${upstreamSays}"`,
  'number-and-text': `"1 ${upstreamSays}"`,
};

function packed(encoding: string, body: Buffer): RequestListener {
  return (_, response) => response.writeHead(200, {'content-type': 'application/json', 'content-encoding': encoding}).end(body);
}

/** Everything that an error can carry: words in the status line, in headers and in the body, and the secret that it was asked with. */
function says(status: number): RequestListener {
  return (incoming, response) => {
    const heard = `${upstreamSays} ${incoming.headers.authorization ?? ''}`;
    response.writeHead(status, heard, {
      'x-error': heard,
      'www-authenticate': `Basic realm="${upstreamSays}"`,
      'content-type': 'application/json',
    });
    response.end(JSON.stringify({status: 'up', error: heard}));
  };
}

function redirect(status: number, location: string): RequestListener {
  return (_, response) => response.writeHead(status, {location, 'content-type': 'application/json'}).end(green);
}

/** Writes to the connection itself what no server would. */
function raw(write: (socket: Socket) => unknown, head = 'HTTP/1.1 200 OK\r\n'): RequestListener {
  return ({socket}) => {
    socket.write(head);
    write(socket);
  };
}

/** Writes for as long as anybody reads. */
function flood(to: Socket | ServerResponse, chunk: Buffer): void {
  const more = (): void => {
    if (to.destroyed) return;
    if (to.write(chunk)) setImmediate(more);
    else to.once('drain', more);
  };
  more();
}

/** Writes a little now and then, so that the connection never looks idle. */
function drip(to: Socket | ServerResponse, text: string): void {
  const dripping = setInterval(() => to.write(text), 50);
  to.once('close', () => clearInterval(dripping));
}
