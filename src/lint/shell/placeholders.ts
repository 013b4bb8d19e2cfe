export interface Placeholder {
  /** Offset in the text, from 0. */
  readonly index: number;
  /** With its angle brackets. */
  readonly text: string;
}

/** `<pod>`, `<pod name>` or `<namespace/pod>`; not `<<EOF`, `</dev/null` or `<(…)`. */
const placeholder = /(?<![<＜])[<＜](\p{L}[\p{L}\p{N}_.:/,-]*(?: [\p{L}\p{N}_.:/,-]+)*)[>＞]/gu;
/** What Kubernetes prints where there is nothing, and what one therefore looks for. */
const printed = new Set(['none', 'nil', 'unset', 'unknown', 'pending', 'invalid', 'missing', 'no value', 'not set']);

/** Words in angle brackets that stand for something else. Tags of a document and what `kubectl` prints for nothing are none. */
export function placeholdersIn(text: string): Placeholder[] {
  const closed = new Set([...text.matchAll(/<\/([^<>\n]*)>/g)].map(([, name]) => name));
  return [...text.matchAll(placeholder)].flatMap(({0: whole, 1: name = '', index}) => {
    const isQuoted = /['"]/.test(text.slice(text.lastIndexOf('\n', index) + 1, index));
    if (isQuoted && printed.has(name)) return [];
    return closed.has(name) ? [] : [{index, text: whole}];
  });
}

/** The text with a plain word of the same length in the place of each placeholder, so that what is said about the rest stands where it stood. */
export function withoutPlaceholders(text: string): string {
  let masked = '';
  for (const {index, text: found} of placeholdersIn(text)) masked += text.slice(masked.length, index) + '_'.repeat(found.length);
  return masked + text.slice(masked.length);
}
