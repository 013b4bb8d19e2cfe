import {runInNewContext} from 'node:vm';

/** Longest value that is looked at in a browser, and a length at which a pattern that tries every way takes minutes. */
const lengths = [34, 1000];
/** A thousand times what a good pattern takes, so that a busy machine finds no fault with it. */
const limitMs = 4000;

/**
 * What is wrong with the pattern of a parameter: undefined when nothing is. It is tried as the browser will use it, on values that nearly match:
 * a value comes with a link that anybody can write, and must not freeze the page of whoever was paged.
 */
export function faultOf(pattern: string, example: string, timeout = limitMs): string | undefined {
  const key = JSON.stringify([pattern, example, timeout]);
  if (!known.has(key)) known.set(key, tryOut(pattern, example, timeout));
  return known.get(key);
}

/** A handbook has few patterns on many pages, and a trial takes milliseconds. */
const known = new Map<string, string | undefined>();

function tryOut(pattern: string, example: string, timeout: number): string | undefined {
  try {
    new RegExp(pattern, 'u').test('');
  } catch {
    return 'a regular expression (with the flag u)';
  }
  const letters = new Set(['a', 'A', '0', '-', '.', '/', ' ', 'a-', 'a.', 'a/', example]);
  const tried = [...letters].flatMap((part) =>
    lengths.flatMap((length) => ['!', '\u0001'].map((end) => part.repeat(Math.ceil(length / part.length)) + end)),
  );
  try {
    runInNewContext('for (const value of tried) pattern.test(value)', {tried, pattern: new RegExp(`^(?:${pattern})$`, 'u')}, {timeout});
    return undefined;
  } catch {
    return 'a pattern that is quick on every value: no repetition within a repetition';
  }
}
