import type {Place} from '../catalog/model.ts';
import type {EvidenceFacts} from '../runbook/evidence/text.ts';
import {registers as shapes} from './contract.ts';
import {lapsesOfDrills} from './drill-lapses.ts';
import {holdsOf} from './holds.ts';
import {lapsesOfLogs} from './log-lapses.ts';
import type {RegisterName, Registers} from './model.ts';

/** Something that was true until a day, and the day is over. */
export interface Lapse {
  /** What says it: a register, or the records of drills. */
  readonly figure: RegisterName | 'evidence';
  readonly place: Place;
  readonly found: string;
  readonly expected: string;
}

interface Options {
  /** `2026-01-31` */
  readonly day: string;
  /** Uses of pages, each with its moment; without them nothing is said of drills. */
  readonly evidence?: readonly (EvidenceFacts & {readonly at: string})[] | undefined;
}

/** Everything that no longer holds on a day. */
export function lapsesOf(registers: Registers, {day, evidence}: Options): Lapse[] {
  const names = Object.keys(shapes) as RegisterName[];
  return [
    ...names.flatMap((name) => lapsesIn(name, registers, day)),
    ...lapsesOfLogs(registers, day),
    ...(evidence === undefined ? [] : lapsesOfDrills(registers.stores, {evidence, today: day})),
  ];
}

function lapsesIn(name: RegisterName, registers: Registers, day: string): Lapse[] {
  return registers[name].flatMap(({value, place}) =>
    holdsOf(name, value, registers)
      .filter(({until}) => until < day)
      .map(({path, found, expected}) => ({figure: name, place: place(...path), found, expected})),
  );
}
