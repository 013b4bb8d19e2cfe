import {mentions} from '../registers/cross-check.ts';
import {registers} from '../registers/contract.ts';
import type {RegisterName, Registers} from '../registers/model.ts';

/** Registers that a note speaks of in its own words. */
const told: ReadonlySet<string> = new Set(['tries', 'exceptions', 'spof', 'versions', 'stores', 'charter']);
/** Fields with the day since which an entry is over. */
const endings = ['gone', 'settled', 'removed', 'repaired'];

/** Entries of every other register that name one of these as their owner and are not over: ids by register, in the registers' order. */
export function ownedEntries(read: Registers, names: ReadonlySet<string>): {readonly register: RegisterName; readonly ids: string[]}[] {
  const mine = new Set(
    mentions(read).flatMap(({entry, mention: {to, path, value}}) =>
      to === 'owner' && path.length === 1 && path[0] === 'owner' && names.has(value) ? [entry] : [],
    ),
  );
  return (Object.keys(registers) as RegisterName[])
    .filter((register) => !told.has(register))
    .map((register) => ({
      register,
      ids: read[register].flatMap((entry) => (mine.has(entry) && !isOver(entry.value) ? [entry.value.id] : [])),
    }))
    .filter(({ids}) => ids.length > 0);
}

function isOver(value: Readonly<Record<string, unknown>>): boolean {
  return endings.some((field) => value[field] !== undefined) || value['status'] === 'done' || value['status'] === 'dropped';
}
