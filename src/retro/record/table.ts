/** Signs. No retrospective comes near it; one long cell among many rows would fill the memory with spaces. */
const longest = 1_000_000;

/** A table of Markdown in the form that Prettier gives it. The cells are Markdown already. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const needed = head.map((_, column) => Math.max(3, ...rows.map((row) => widthOf(row[column] ?? ''))));
  const isEven = needed.reduce((sum, width) => sum + width, 0) * rows.length <= longest;
  const widths = isEven ? needed : needed.map(() => 3);
  const line = (row: readonly string[]): string => `| ${widths.map((width, n) => padded(row[n] ?? '', width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
}

const signs = new Intl.Segmenter('en', {granularity: 'grapheme'});
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u4DFF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]/u;

/** Columns of a screen with letters of one width: a full-width one takes two. */
function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const {segment} of signs.segment(text)) {
    if (/\p{Extended_Pictographic}\u{FE0F}|\p{Extended_Pictographic}.*\u200D|^\p{Regional_Indicator}{2}|\u20E3/u.test(segment)) width += 2;
    else for (const sign of segment.replace(/[\p{Mn}\p{Me}]/gu, '')) width += wide.test(sign) ? 2 : 1;
  }
  return width;
}
