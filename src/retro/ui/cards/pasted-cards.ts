/** What was pasted as cards: a line each, without the signs of a list before it. Fewer than two are no question. */
export function pastedCards(text: string): string[] {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line) => line.replace(/^\s*(?:[-*+・]\s+|・|\d+[.)]\s+)?/, '').trim())
    .filter(Boolean);
}
