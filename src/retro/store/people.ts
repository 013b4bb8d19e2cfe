import {longestName, type Presence} from '../board/wire.ts';

/** Who is on a board, out of what the tabs say of themselves: one entry a person, this tab's first, the others by name. */
export function peopleOf(me: Presence, states: Iterable<unknown>): readonly Presence[] {
  const others = new Map<string, Presence>();
  for (const state of states) {
    const person = readPresence(state);
    if (person === undefined || person.member === me.member) continue;
    const known = others.get(person.member);
    // A second tab of the same person.
    others.set(
      person.member,
      known === undefined
        ? person
        : {
            member: person.member,
            name: known.name || person.name,
            isDone: known.isDone || person.isDone,
            card: known.card ?? person.card,
          },
    );
  }
  return [me, ...[...others.values()].toSorted((a, b) => a.name.localeCompare(b.name) || (a.member < b.member ? -1 : 1))];
}

function readPresence(state: unknown): Presence | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const {member, name, isDone, card} = state as Partial<Record<keyof Presence, unknown>>;
  if (typeof member !== 'string' || member === '') return undefined;
  return {
    member,
    name: typeof name === 'string' ? name.slice(0, longestName) : '',
    isDone: isDone === true,
    card: typeof card === 'string' && card !== '' ? card : undefined,
  };
}
