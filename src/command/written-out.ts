/** Somebody else's text for a terminal: what could steer one is written out, as `\u{1b}`. */
export function writtenOut(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
