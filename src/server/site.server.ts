import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {contentSecurityPolicy} from '../http/security-headers.ts';
import type {Site} from './app.server.ts';
import {openFile} from './open-file.server.ts';
import {sealFile} from './seal-build.server.ts';
import {sendFile} from './send-file.server.ts';

/** Thrown when there is nothing to serve. */
export class NoBuildError extends Error {
  override readonly name = 'NoBuildError';
}

/**
 * Serves a sealed build. Files with a hash in their name stay in browsers for a year; all others are asked for again each time, and answered
 * with 304 when nothing changed, because a runbook must never be an old one. Only a `shared` site may be kept by caches on the way.
 * @throws {NoBuildError}
 */
export function builtSite(folder: string, {prefixes, shared}: {readonly prefixes: readonly string[]; readonly shared: boolean}): Site {
  const seal = join(folder, sealFile);
  if (!existsSync(seal)) throw new NoBuildError(`Found no finished build in ${folder}/, expected one: run npm run build first.`);
  const {baseUrl, inlineScripts} = JSON.parse(readFileSync(seal, 'utf8')) as {baseUrl: string; inlineScripts: string[]};
  if (baseUrl !== '/') {
    throw new NoBuildError(
      `BASE_URL: found a build made for ${baseUrl}, expected one for /, where this server has it: build without BASE_URL.`,
    );
  }
  const policy = contentSecurityPolicy(inlineScripts);
  // Read once: these pages are wanted most when files are missing.
  const missing = new Map(
    ['404.html', 'r/index.html'].flatMap((name) =>
      prefixes.flatMap((prefix) => {
        const file = join(folder, prefix, name);
        return existsSync(file) ? [[`${prefix} ${name}`, readFileSync(file)] as const] : [];
      }),
    ),
  );
  return async (request, response, path = request.url?.split('?')[0] ?? '/') => {
    response.setHeader('content-security-policy', policy);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, {allow: 'GET, HEAD'}).end();
      return;
    }
    const file = await openFile(folder, path, request.headers['accept-encoding']);
    if (file !== undefined) {
      await sendFile(file, request, response, cacheControl(path, shared));
      return;
    }
    const prefix = prefixes.find((candidate) => candidate !== '' && path.startsWith(`${candidate}/`)) ?? '';
    response.writeHead(404, {'content-type': 'text/html; charset=utf-8', 'cache-control': cacheControl('', shared)});
    // An unknown alert is told what is near it.
    const lookup = path.startsWith(`${prefix}/r/`) ? missing.get(`${prefix} r/index.html`) : undefined;
    response.end(request.method === 'HEAD' ? undefined : (lookup ?? missing.get(`${prefix} 404.html`)));
  };
}

function cacheControl(path: string, shared: boolean): string {
  const isHashed = path.startsWith('/assets/') || /^\/[a-z]{2}\/assets\//.test(path);
  return `${shared ? 'public' : 'private'}, ${isHashed ? 'max-age=31536000, immutable' : 'no-cache'}`;
}
