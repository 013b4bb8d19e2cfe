import type {Place} from './model.ts';
import type {Slip} from './slip.ts';

/** `[kind:][namespace/]name`, as Backstage writes references. */
export function parseRef(ref: string, kind: string): {kind: string; name: string} {
  const [, given, name] = /^(?:([a-zA-Z]+):)?(?:[^/]+\/)?(.+)$/.exec(ref) ?? [];
  return {kind: (given ?? kind).toLowerCase(), name: name ?? ref};
}

/** A name that one part of `data/` uses and no other part has. */
export function unknownName(place: Place, found: string, known: ReadonlyMap<string, unknown>, noun: string): Slip & {name: string} {
  const names = [...known.keys()].toSorted();
  const list = names.length > 12 ? `${names.slice(0, 12).join(', ')}, … (${names.length})` : names.join(', ');
  const {name} = parseRef(found, noun);
  return {
    ...place,
    name,
    found: `the ${noun} ${JSON.stringify(found)}`,
    expected: names.length === 0 ? `a known ${noun}; there is none` : `one of ${list}`,
  };
}

export function twice(place: Place, what: string): Slip {
  return {...place, found: `${what} a second time`, expected: 'each name once'};
}
