/** What would turn the order of the signs around it, and halves of signs. */
const hidden = /[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;

/** The lines of a text as a person sees them: without what steers a screen or an editor, and without empty lines. */
export function plainLines(text: string): string[] {
  return text
    .toWellFormed()
    .replace(hidden, '')
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .map((line) =>
      line
        .replace(/\p{Cc}/gu, ' ')
        .replace(/[ \t]+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
}

/** The same in one line. */
export function plainLine(text: string): string {
  return plainLines(text).join(' ');
}
