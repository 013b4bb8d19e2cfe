import type {HereDocBody, WordPart} from 'unbash';

/** Whether a line of a here-document could become its delimiter by what is put into its places. Leading tabs do not count, for `<<-`. */
export function hereDocumentBreaks(
  source: string,
  {
    line,
    delimiter,
    body,
    parts,
  }: {readonly line: number; readonly delimiter: string; readonly body: HereDocBody; readonly parts: readonly WordPart[]},
): boolean {
  const from = Math.max(source.lastIndexOf('\n', line - 1) + 1, body.pos);
  const end = source.indexOf('\n', line);
  const to = end < 0 ? body.end : end;
  const expansions = parts.filter((part) => part.type !== 'Literal' && part.pos < to && part.end > from);
  let at = from;
  const fixed = expansions.map((part) => {
    const text = source.slice(at, part.pos);
    at = part.end;
    return text;
  });
  const [first = ''] = fixed;
  const last = source.slice(at, Math.max(at, to));
  return delimiter.startsWith(first.replace(/^\t+/, '')) && delimiter.endsWith(last);
}
