/** Characters that a terminal draws two cells wide: East Asian wide and fullwidth, and emoji. https://www.unicode.org/reports/tr11/ */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]/u;
/** Characters that are drawn onto the one before. */
const none = /[\p{Mn}\p{Me}\p{Cf}\u3099\u309A]/u;
const graphemes = new Intl.Segmenter();

/** How many cells of a terminal a text takes. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const {segment} of graphemes.segment(text)) cells += wide.test(segment) ? 2 : none.test(segment) && segment.length === 1 ? 0 : 1;
  return cells;
}

/** A text in which nothing moves the cursor or changes a colour: a page may hold what a terminal obeys. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- it is control characters that are looked for
  return text.replaceAll('\t', '  ').replaceAll(/[\0-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}
