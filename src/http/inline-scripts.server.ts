import {createHash} from 'node:crypto';

/** Hashes of the scripts that stand in a page, as a content security policy names them. Scripts of data, such as JSON-LD, run nothing. */
export function inlineScriptHashes(html: string): string[] {
  const hashes: string[] = [];
  for (const [, attributes = '', code = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    const type = /\btype\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1];
    const runs = type === undefined || type === 'module' || /javascript/.test(type);
    if (!runs || /\bsrc\s*=/i.test(attributes)) continue;
    hashes.push(`sha256-${createHash('sha256').update(code).digest('base64')}`);
  }
  return hashes;
}
