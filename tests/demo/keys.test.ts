import {PassThrough} from 'node:stream';
import type {ReadStream} from 'node:tty';
import {expect, it} from 'vitest';
import {onWords} from '../../src/demo/keys.server.ts';

/** An input that is a terminal, or is not. */
function input(isTTY: boolean): {stream: PassThrough; heard: string[]} {
  const heard: string[] = [];
  const stream = Object.assign(new PassThrough(), {isTTY, setRawMode: () => stream});
  // Only what is used of a terminal is there.
  onWords(stream as unknown as ReadStream & {fd: 0}, {word: (word) => heard.push(word), interrupt: () => heard.push('interrupt')});
  return {stream, heard};
}

it('hears single keys at a terminal, and Ctrl-C', async () => {
  const {stream, heard} = input(true);
  stream.write('12');
  stream.write('\u0003');
  await new Promise(setImmediate);
  expect(heard).toEqual(['1', '2', 'interrupt']);
});

it('hears whole lines where there is no terminal, and takes their end for nothing', async () => {
  const {stream, heard} = input(false);
  stream.end('site-down\n 0 \n');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual(['site-down', '0']);
});
