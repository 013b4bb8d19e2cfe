import {describe, expect, it} from 'vitest';
import {matrixFacts} from '../../src/handover/facts.ts';
import {chainFacts} from '../../src/measures/facts.ts';
import type {ShownRegister} from '../../src/registers/contract.ts';
import type {Registers} from '../../src/registers/model.ts';
import {registerFacts} from '../../src/registers/tables.ts';
import {knownOf} from '../support/health.ts';
import {sampleDay, sampleRoot} from '../support/registers.ts';

const known = knownOf(sampleRoot());

/** Where a text lies in an entry. */
type Path = readonly (string | number)[];

const date = /^\d{4}-\d{2}(-\d{2})?$/;

function datesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return date.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => datesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** The same with the date there a day, or a month, earlier. */
function earlier(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) {
    const text = String(value);
    return new Date(Date.parse(text.length === 7 ? `${text}-01` : text) - 86_400_000).toISOString().slice(0, text.length);
  }
  if (Array.isArray(value)) return value.map((inner: unknown, n) => (n === key ? earlier(inner, rest) : inner));
  return {...(value as object), [key]: earlier((value as Record<string | number, unknown>)[key], rest)};
}

/** What readers see of the registers, in each language: the tables, the growth chain and the matrix of who can operate what. */
function shown(registers: Registers): readonly string[] {
  const all = {...known, registers, today: sampleDay};
  const plain = {
    ...all,
    measures: registers.measures.map(({value}) => value),
    releases: registers.releases.map(({value}) => value),
  };
  return (['en', 'ja'] as const).map((language) =>
    JSON.stringify([registerFacts(all, {language, asOf: sampleDay}), chainFacts(plain, language), matrixFacts(all as never, language)]),
  );
}

/** Dates that something later of the same kind has taken the place of. */
const superseded = (name: string, path: Path): boolean => name === 'operators' || (name === 'measures' && path[0] === 'values');

const names = (Object.keys(registerFacts({...known, today: sampleDay}, {language: 'en', asOf: sampleDay})) as ShownRegister[]).filter(
  (name) => name !== 'drills',
);

describe('every date of a register', () => {
  const before = shown(known.registers);
  it.each(names)('changes what readers see in both languages: %s', (name) => {
    const entries: readonly {readonly value: {readonly id: string}}[] = known.registers[name];
    const hidden = entries.flatMap(({value}, n) =>
      datesOf(value)
        .filter((path) => {
          const changed = {...known.registers, [name]: entries.with(n, {...entries[n], value: earlier(value, path)} as never)};
          return shown(changed).some((text, i) => text === before[i]);
        })
        .filter((path) => !superseded(name, path))
        .map((path) => `${value.id} ${path.join('.')}`),
    );
    expect(hidden).toEqual([]);
  });
});
