import {stripVTControlCharacters} from 'node:util';

/** One thing that failed: its name, and what it said. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

export interface Counts {
  readonly passed: number;
  readonly failures: readonly Failure[];
  readonly skipped: readonly string[];
}

/** One part of `npm test`. */
export interface Part extends Counts {
  readonly name: string;
  readonly seconds: number;
}

export function count({passed = 0, failures = [], skipped = []}: Partial<Counts>): Counts {
  return {passed, failures, skipped};
}

/** The parts, a line each, and their sum. */
export function table(parts: readonly Part[]): string {
  const sum = {name: 'sum', ...sumOf(parts), seconds: parts.reduce((before, {seconds}) => before + seconds, 0)};
  const rows = [
    ['part', 'passed', 'failed', 'skipped', 'seconds'],
    ...[...parts.map((part) => ({...sumOf([part]), name: part.name, seconds: part.seconds})), sum].map(
      ({name, passed, failed, skipped, seconds}) => [name, passed, failed, skipped, seconds.toFixed(1)].map(String),
    ),
  ];
  return rows.map(([name = '', ...figures]) => `${name.padEnd(14)}${figures.map((figure) => figure.padStart(9)).join('')}\n`).join('');
}

/** What failed, with the first lines of what it said, and what was skipped: nothing is left out in silence. */
export function sayFailures(parts: readonly Part[], lines = 12): string {
  const failed = parts.flatMap(({name, failures}) =>
    failures.map(({name: test, message}) => `\nFAILED ${name}: ${test}\n${firstLines(message, lines)}`),
  );
  const skipped = parts.flatMap((part) => part.skipped.map((test) => `\nSKIPPED ${part.name}: ${test}\n`));
  return [...failed, ...skipped].join('');
}

/** `12 passed, 0 failed, 0 skipped` */
export function total(parts: readonly Part[]): string {
  const {passed, failed, skipped} = sumOf(parts);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function sumOf(parts: readonly Part[]): {passed: number; failed: number; skipped: number} {
  const sum = (of: (part: Part) => number): number => parts.reduce((before, part) => before + of(part), 0);
  return {
    passed: sum((part) => part.passed),
    failed: sum((part) => part.failures.length),
    skipped: sum((part) => part.skipped.length),
  };
}

/** How busy the machine was: a time says little without it. */
export function sayMachine({cores, before, after}: {readonly cores: number; readonly before: number; readonly after: number}): string {
  return `${cores} cores, load average ${before.toFixed(1)} before and ${after.toFixed(1)} after`;
}

function firstLines(text: string, most: number): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const shown = lines.slice(0, most).map((line) => `  ${line}\n`);
  return `${shown.join('')}${lines.length > most ? `  … ${lines.length - most} lines more above\n` : ''}`;
}
