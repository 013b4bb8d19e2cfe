import {parseLine, type Line} from './line.ts';

/** What this browser has of the evening meetings. */
export interface EveningView {
  /** Oldest first. */
  readonly lines: readonly Line[];
  /** Who led where it was not as the rota says, by day. */
  readonly led: Readonly<Record<string, string>>;
  /** `tab`: the browser refuses to keep it, and it is gone with this tab. */
  readonly kept: 'browser' | 'tab';
  readonly canUndo: boolean;
}

export interface EveningLog {
  /** The same object until something has changed. */
  readonly view: () => EveningView;
  readonly subscribe: (changed: () => void) => () => void;
  /** @returns false when there are no words in it. */
  readonly add: (typed: string, day: string) => boolean;
  readonly remove: (id: string) => void;
  /** They wait no longer: a retrospective has them. */
  readonly take: (ids: readonly string[], day: string) => void;
  /** Brings back what was removed or taken last, by this tab. */
  readonly undo: () => void;
  /** Undefined is as the rota says. */
  readonly setLeader: (day: string, role: string | undefined) => void;
}

type Kept = Pick<EveningView, 'lines' | 'led'>;
const key = 'handbook-evening';
const nothing: Kept = {lines: [], led: {}};

/** Reads before each change, so that two tabs lose nothing of each other. A browser that refuses to keep it is asked again with each change. */
export function openEveningLog(storage: () => Storage): EveningLog {
  const listeners = new Set<() => void>();
  let before: readonly Line[] = [];
  let view: EveningView = {...(readKept(storage) ?? nothing), kept: readKept(storage) === undefined ? 'tab' : 'browser', canUndo: false};
  const show = (next: EveningView): void => {
    view = next;
    for (const listener of listeners) listener();
  };
  const change = (next: (kept: Kept) => Kept, undoable: readonly Line[]): void => {
    const kept = next(view.kept === 'tab' ? view : (readKept(storage) ?? view));
    before = undoable;
    show({...kept, kept: write(storage, kept) ? 'browser' : 'tab', canUndo: undoable.length > 0});
  };
  const onStorage = ({key: changed}: StorageEvent): void => {
    const kept = changed === key || changed === null ? readKept(storage) : undefined;
    if (kept !== undefined && view.kept === 'browser') show({...view, ...kept});
  };
  return {
    view: () => view,
    subscribe: (changed) => {
      if (listeners.size === 0) globalThis.addEventListener?.('storage', onStorage);
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
        if (listeners.size === 0) globalThis.removeEventListener?.('storage', onStorage);
      };
    },
    add: (typed, day) => {
      const parsed = parseLine(typed);
      if (parsed === undefined) return false;
      const line = {id: crypto.randomUUID(), day, ...parsed};
      change(({lines, led}) => ({led, lines: inOrder([...lines, line])}), []);
      return true;
    },
    remove: (id) =>
      change(
        ({lines, led}) => ({led, lines: lines.filter((line) => line.id !== id)}),
        view.lines.filter((line) => line.id === id),
      ),
    take: (ids, day) =>
      change(
        ({lines, led}) => ({led, lines: lines.map((line) => (ids.includes(line.id) ? {...line, taken: day} : line))}),
        view.lines.filter((line) => ids.includes(line.id)),
      ),
    undo: () => {
      const back = new Set(before.map(({id}) => id));
      const restored = before;
      change(({lines, led}) => ({led, lines: inOrder([...lines.filter(({id}) => !back.has(id)), ...restored])}), []);
    },
    setLeader: (day, role) =>
      change(({lines, led: {[day]: _before, ...others}}) => ({lines, led: role === undefined ? others : {...others, [day]: role}}), before),
  };
}

/** Within a day as they were written. */
function inOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Undefined where nothing can be kept, or where what is kept cannot be read: it stays as it is until something new is written. */
function readKept(storage: () => Storage): Kept | undefined {
  try {
    const text = storage().getItem(key);
    if (text === null) return nothing;
    const {lines, led} = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return {
      lines: Array.isArray(lines) ? lines.flatMap(readLine) : [],
      led: Object.fromEntries(Object.entries(led ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
    };
  } catch {
    return undefined;
  }
}

function readLine(value: unknown): Line[] {
  if (typeof value !== 'object' || value === null) return [];
  const {id, day, column, text, taken} = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof day !== 'string' || typeof text !== 'string') return [];
  return [
    {
      id,
      day,
      text,
      ...((column === 'keep' || column === 'problem') && {column}),
      ...(typeof taken === 'string' && {taken}),
    },
  ];
}

function write(storage: () => Storage, kept: Kept): boolean {
  try {
    storage().setItem(key, JSON.stringify({lines: kept.lines, led: kept.led}));
    return true;
  } catch {
    return false;
  }
}

let opened: EveningLog | undefined;

/** That of this tab. */
export function eveningLog(): EveningLog {
  return (opened ??= openEveningLog(() => localStorage));
}
