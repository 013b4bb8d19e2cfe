import type {IncomingMessage, ServerResponse} from 'node:http';
import {pipeline} from 'node:stream/promises';
import type {OpenFile} from './open-file.server.ts';

/**
 * Answers with a file, or with 304 when the reader has it, and closes it. `Range` is passed over, as anybody may who serves files: pages and
 * assets are small. A reader who hangs up is no error.
 * @throws when the file cannot be read to its end; the answer, if it has begun, is then broken off, so that no half of a page looks whole.
 */
export async function sendFile(file: OpenFile, request: IncomingMessage, response: ServerResponse, cacheControl: string): Promise<void> {
  try {
    if (response.destroyed) return;
    const shared = {'cache-control': cacheControl, etag: file.tag, vary: 'Accept-Encoding'};
    if (has(request, file.tag)) {
      response.writeHead(304, shared).end();
      return;
    }
    response.writeHead(200, {
      ...shared,
      'content-type': file.type,
      'content-length': file.size,
      'last-modified': file.modified.toUTCString(),
      ...(file.packing !== undefined && {'content-encoding': file.packing}),
    });
    if (request.method === 'HEAD' || file.size === 0) response.end();
    else await stream(file, response);
  } finally {
    await file.handle.close();
  }
}

async function stream({handle, size}: OpenFile, response: ServerResponse): Promise<void> {
  // No further than the length that was promised, should the file have grown since.
  const bytes = handle.createReadStream({start: 0, end: size - 1});
  try {
    await pipeline(bytes, (chunks: AsyncIterable<Buffer>) => whole(chunks, size), response);
  } catch (error) {
    // The reader hung up.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    throw error;
  }
}

/** A file that was cut short would leave the reader waiting for the rest. */
async function* whole(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const chunk of chunks) {
    sent += chunk.length;
    yield chunk;
  }
  if (sent < size) throw new Error(`A file of the build became shorter while it was sent: found ${sent} bytes, expected ${size}.`);
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match */
function has({headers}: IncomingMessage, tag: string): boolean {
  const known = headers['if-none-match'] ?? '';
  return known === '*' || known.split(',').some((text) => text.trim() === tag);
}
