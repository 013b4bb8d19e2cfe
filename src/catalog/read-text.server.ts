import {isUtf8} from 'node:buffer';
import {readdirSync, readFileSync, statSync, type Dirent} from 'node:fs';
import {join} from 'node:path';
import type {Slip} from './slip.ts';

/** Bytes. Nobody writes or reads more by hand, and a parser should not be asked to. */
const limit = 1_000_000;

/** The text of a file below `root`; undefined, and a slip that says why, when it cannot be read as text. */
export function readText(root: string, file: string, slips: Slip[]): string | undefined {
  const say = (found: string, expected: string, place = {line: 1, column: 1}): undefined => {
    slips.push({file, ...place, found, expected});
  };
  try {
    const stat = statSync(join(root, file));
    if (!stat.isFile()) return say(stat.isDirectory() ? 'a folder' : 'what is no file', 'a file');
    if (stat.size > limit)
      return say(
        `a file of ${(stat.size / 1_000_000).toFixed(1)} MB`,
        `at most ${limit / 1_000_000} MB; split it, or leave out what nobody reads`,
      );
    const bytes = readFileSync(join(root, file));
    if (!isUtf8(bytes))
      return say(
        'bytes that are no UTF-8',
        'UTF-8',
        placeOf(bytes, (line) => !isUtf8(line)),
      );
    if (bytes.includes(0))
      return say(
        'a NUL byte',
        'text',
        placeOf(bytes, (line) => line.includes(0)),
      );
    return bytes.toString('utf8');
  } catch (error) {
    return say(`a file that cannot be read (${codeOf(error)})`, 'one that can');
  }
}

function placeOf(bytes: Buffer, isWrong: (line: Buffer) => boolean): {line: number; column: number} {
  let start = 0;
  for (let line = 1; start <= bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    const text = bytes.subarray(start, end === -1 ? bytes.length : end);
    // What is no UTF-8 is decoded to U+FFFD.
    if (isWrong(text)) return {line, column: Math.max(0, text.toString('utf8').search(/[\0\uFFFD]/)) + 1};
    if (end === -1) break;
    start = end + 1;
  }
  return {line: 1, column: 1};
}

interface Which {
  /** How the names of files end, such as `/\.ya?ml$/`. */
  readonly ending: RegExp;
  /** Names of files and folders that are left out. */
  readonly without?: RegExp;
}

/**
 * Files below `folder`, by their path below `root`, in order; none when there is no such folder. What looks like one of them and is none
 * (a link, a folder, a name in capitals) is a slip: passed over in silence, it would be missed only when somebody needs it.
 */
export function filesIn(root: string, folder: string, {ending, without}: Which, slips: Slip[]): string[] {
  return walk(folder).toSorted();

  function walk(below: string): string[] {
    return entriesOf(root, below, slips).flatMap((entry) => {
      const file = join(below, entry.name);
      if (without?.test(entry.name)) return [];
      const say = (found: string, expected: string): string[] => {
        slips.push({file, line: 1, column: 1, found, expected});
        return [];
      };
      const isNamed = ending.test(entry.name);
      if (entry.isSymbolicLink())
        return isNamed || !isFileAt(join(root, file)) ? say('a symbolic link', 'a file or folder of its own: links are not followed') : [];
      if (entry.isDirectory()) return isNamed ? say('a folder with the name of a file', 'another name') : walk(file);
      if (isNamed) return entry.isFile() ? [file] : say('what is no file', 'a file');
      const [capitals] = new RegExp(ending.source, 'i').exec(entry.name) ?? [];
      return capitals === undefined ? [] : say(`the ending ${capitals}`, capitals.toLowerCase());
    });
  }
}

function entriesOf(root: string, folder: string, slips: Slip[]): Dirent[] {
  try {
    return readdirSync(join(root, folder), {withFileTypes: true});
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'ENOENT')
      slips.push({file: folder, line: 1, column: 1, found: `a folder that cannot be read (${code})`, expected: 'one that can'});
    return [];
  }
}

function isFileAt(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
