import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {HttpError, problemOf} from '../problem.server.ts';
import type {Refusal} from './identity.server.ts';

/** Says no: to a program as a problem, to a person as a page in both languages that tells nothing of what is behind. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const {status, code, message} = refusal;
  const isPage = !/^\/(_|readyz|metrics)/.test(request.url ?? '');
  const body = isPage ? page(refusal) : problemOf(new HttpError(status, {code, message}));
  response.writeHead(status, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...more(status),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Says no to a websocket, in the words of HTTP, and hangs up. */
export function refuseUpgrade(socket: Duplex, {status, code}: Refusal): void {
  const head = [`HTTP/1.1 ${status} ${code}`, 'connection: close', 'content-length: 0', 'cache-control: no-store'];
  for (const [name, value] of Object.entries(more(status))) head.push(`${name}: ${value}`);
  socket.end(`${head.join('\r\n')}\r\n\r\n`);
}

function more(status: Refusal['status']): Record<string, string> {
  // A 401 has to name a scheme. Browsers ask nobody for a password because of this one. https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2
  if (status === 401) return {'www-authenticate': 'Bearer realm="handbook"'};
  return status === 503 ? {'retry-after': '5'} : {};
}

const words = {
  401: {
    en: [
      'You need to sign in',
      'Open the handbook at its usual address and sign in there. If you have just done that, load this page again: the sign-in may have run out.',
    ],
    ja: [
      'サインインが必要です',
      'ハンドブックをいつものアドレスで開き、サインインしてください。サインインしたばかりなら、このページを読み込み直してください。期限が切れた可能性があります。',
    ],
  },
  403: {
    en: ['You are signed in, but not for this handbook', 'Ask the team that runs this handbook for access, and give them the word below.'],
    ja: [
      'サインイン済みですが、このハンドブックは読めません',
      'ハンドブックを運用するチームに、下の語を添えてアクセスを依頼してください。',
    ],
  },
  503: {
    en: [
      'The handbook cannot check who you are',
      'The fault is not yours: the keys of the sign-in service cannot be had. Load this page again in a minute. If it stays, tell the team that runs this handbook.',
    ],
    ja: [
      'サインインを確認できません',
      'あなたの側の問題ではありません。サインインのサービスから鍵を取得できないためです。1分ほど待って読み込み直してください。直らなければ、ハンドブックを運用するチームに知らせてください。',
    ],
  },
} as const;

function page({status, code}: Refusal): string {
  const parts = (['en', 'ja'] as const).map((language) => {
    const [title, text] = words[status][language];
    return `<section lang="${language}"><h1>${title}</h1><p>${text}</p></section>`;
  });
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${status} ${words[status].en[0]}</title></head><body>${parts.join('')}<p><code>${code}</code></p></body></html>\n`,
  ].join('');
}
