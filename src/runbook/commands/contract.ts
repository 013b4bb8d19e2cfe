/**
 * Where a parameter stands in a command, and with it how a value is written there. It travels as one word in `data-context`.
 *
 * - `word`: a double-quoted string that is nothing but the parameter and begins a word of the shell; the place covers the quotes.
 * - `double`: within other text of a double-quoted string; the place covers `$NAME` or `${NAME}`.
 * - `double-first`: the same, with nothing before it that surely stands there, so that a leading `-` would make an option of the word.
 * - `echo`: in an argument of `echo`, which may read a backslash; the place covers `$NAME`.
 * - `strict`: where the tool reads its argument once more, as a selector, a name of a unit, text within braces or of a here-document. Only letters,
 *   digits and `._:/-` stand there, as they are.
 * - `promql`, `promql-regex`: in a quoted string of PromQL, the latter behind `=~` or `!~`; `-raw` in backticks, which know no escapes.
 * - `sql`: in a string literal of SQL. `url`: in the path, query or fragment of a URL, also of one that a shell command asks for.
 * - `never`: stays as the author wrote it, whatever the value is.
 */
export type Context =
  | 'word'
  | 'double'
  | 'double-first'
  | 'echo'
  | 'strict'
  | 'promql'
  | 'promql-regex'
  | 'promql-raw'
  | 'promql-raw-regex'
  | 'sql'
  | 'url'
  | 'never';

/** A parameter in a command. Copying replaces `[from, to)` of the source, in UTF-16 code units. */
export interface Place {
  readonly name: string;
  readonly context: Context;
  /** Why it is never filled: a key of the messages. Only with `never`. */
  readonly why?: string;
  readonly from: number;
  readonly to: number;
}

export type Segment = {readonly text: string} | {readonly text: string; readonly place: Place};

/** A source cut at its places, in order. The texts together are the source. Places must not overlap and come in order. */
export function segments({text, places}: {readonly text: string; readonly places: readonly Place[]}): Segment[] {
  const cut: Segment[] = [];
  let end = 0;
  for (const place of places) {
    if (place.from > end) cut.push({text: text.slice(end, place.from)});
    cut.push({text: text.slice(place.from, place.to), place});
    end = place.to;
  }
  if (end < text.length) cut.push({text: text.slice(end)});
  return cut;
}
