import {isUtf8} from 'node:buffer';
import {createReadStream} from 'node:fs';
import {CommandError} from '../command/command-error.ts';
import {longestLine, type LogLine} from './log-line.ts';
import {readLine, type Reading} from './read-line.ts';

export interface Refused {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

interface Handlers {
  readonly onLine: (line: LogLine) => void;
  readonly onRefused: (refused: Refused) => void;
  /** Awaited after each piece of the file, so that what was handed over can be written before more is read. */
  readonly onPiece?: () => Promise<void> | void;
}

/**
 * Reads a log of any length in constant memory, and never stops at a line that cannot be read.
 * @throws {CommandError} when it is compressed, so that no line of it can be.
 */
export async function readLog(file: string, {onLine, onRefused, onPiece}: Handlers): Promise<void> {
  let number = 0;
  /** The beginning of a line whose end has not come yet; when it is too long, only its length. */
  let held: Buffer[] = [];
  let heldBytes = 0;
  const end = (rest: Buffer): void => {
    number++;
    const bytes = heldBytes + rest.length;
    const whole = heldBytes === 0 ? rest : Buffer.concat([...held, rest]);
    const reading = bytes > longestLine ? tooLong(bytes) : read(whole, number);
    if (reading.kind === 'line') onLine(reading.line);
    else onRefused({line: number, reason: reading.reason});
    held = [];
    heldBytes = 0;
  };
  for await (const chunk of createReadStream(file, {highWaterMark: 256 * 1024}) as AsyncIterable<Buffer>) {
    if (number === 0 && heldBytes === 0 && chunk.indexOf(gzip) === 0)
      throw new CommandError(`${file}: found gzip, expected text: gunzip -c ${file} > ${file.replace(/\.gz$/, '')}.txt`);
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      end(chunk.subarray(from, at));
      from = at + 1;
    }
    const rest = chunk.subarray(from);
    heldBytes += rest.length;
    if (heldBytes <= longestLine) held.push(rest);
    else held = [];
    await onPiece?.();
  }
  if (heldBytes > 0) end(Buffer.alloc(0));
  await onPiece?.();
}

/** How each such file begins. https://datatracker.ietf.org/doc/html/rfc1952 */
const gzip = Buffer.from([0x1f, 0x8b]);

function read(bytes: Buffer, number: number): Reading {
  if (!isUtf8(bytes)) return {kind: 'refused', reason: 'found bytes that are no UTF-8, expected one JSON object'};
  const text = bytes.toString('utf8');
  // Some editors mark the beginning of a file.
  return readLine(number === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text);
}

function tooLong(bytes: number): Reading {
  return {kind: 'refused', reason: `found a line of ${bytes} bytes, expected ${longestLine} at most`};
}
