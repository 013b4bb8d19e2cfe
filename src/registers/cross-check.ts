import {unknownName} from '../catalog/names.ts';
import type {Slip} from '../catalog/slip.ts';
import {checks} from './checks.ts';
import {registers} from './contract.ts';
import type {Around, Entry, RegisterName, Registers} from './model.ts';
import {mentionsIn, type Mention, type Target} from './shapes.ts';

/** What entries say of services, pages, days and each other that is not so. Owners are the concern of owner-exists. */
export function crossCheck(read: Registers, around: Around): Slip[] {
  const known = knownOf(read, around);
  return [
    ...mentions(read).flatMap(({entry, mention}) => slipOf(entry, mention, {known, today: around.today})),
    ...checks.flatMap((check) => check(read, around)),
  ];
}

/** Every marked string of every entry. */
export function mentions(read: Registers): {readonly entry: Entry<unknown>; readonly mention: Mention}[] {
  return Object.entries(registers).flatMap(([name, schema]) =>
    read[name as RegisterName].flatMap((entry) =>
      mentionsIn(schema.shape.entries.element, entry.value).map((mention) => ({entry, mention})),
    ),
  );
}

type Known = Readonly<Partial<Record<Target, {readonly noun: string; readonly names: ReadonlyMap<string, unknown>}>>>;

function knownOf({tries, exceptions}: Registers, {catalog: {services, resources}, pages}: Around): Known {
  const ids = (entries: readonly Entry<{readonly id: string}>[]): ReadonlyMap<string, unknown> =>
    new Map(entries.map(({value: {id}}) => [id, id]));
  return {
    service: {noun: 'service', names: services},
    resource: {noun: 'resource', names: resources},
    part: {noun: 'service or resource', names: new Map<string, unknown>([...services, ...resources])},
    page: {noun: 'page', names: new Map([...pages].map((page) => [page, page]))},
    try: {noun: 'Try', names: ids(tries)},
    exception: {noun: 'exception', names: ids(exceptions)},
  };
}

function slipOf({place}: Entry<unknown>, {to, path, value}: Mention, {known, today}: {known: Known; today: string}): Slip[] {
  if (to === 'past') {
    const [noun, now] = value.length === today.length ? ['day', today] : ['month', today.slice(0, value.length)];
    if (value <= now) return [];
    return [{...place(...path), found: `${String(path.at(-1))}: "${value}", which is yet to come`, expected: `a ${noun} not after ${now}`}];
  }
  const {noun, names} = known[to] ?? {};
  if (noun === undefined || names === undefined || names.has(value)) return [];
  const {name: _, ...slip} = unknownName(place(...path), value, names, noun);
  return [slip];
}
