import {createInterface} from 'node:readline';
import type {ReadStream} from 'node:tty';

/**
 * Hears what a person types: single keys where there is a terminal, whole lines where there is none. The end of the input means nothing: a
 * service manager gives none.
 */
export function onWords(
  input: ReadStream & {fd: 0},
  {word, interrupt}: {readonly word: (word: string) => void; readonly interrupt: () => void},
): void {
  if (!input.isTTY) {
    createInterface({input}).on('line', (line) => word(line.trim()));
    return;
  }
  input.setRawMode(true);
  input.on('data', (chunk) => {
    // In raw mode Ctrl-C is a key like any other.
    for (const key of String(chunk)) {
      if (key === '\u0003' || key === '\u0004' || key === 'q') interrupt();
      else word(key);
    }
  });
}
