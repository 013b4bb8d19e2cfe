import type {Findable} from './findable.ts';
import {fold, foldName} from './fold.ts';
import {findNear, readNames, type NearNames} from './near.ts';

/**
 * How a runbook was found: by everything (nothing was asked), the name of its alert, an old name, the beginning of a name, all words somewhere
 * in it, a name or an error text within what was pasted, or a name that is spelt nearly so.
 */
export type How = 'all' | 'alert' | 'alias' | 'prefix' | 'words' | 'pasted' | 'near';

export interface Hit<Runbook extends Findable = Findable> {
  readonly runbook: Runbook;
  readonly how: How;
  /** The phrase or name that was found, when it is neither the title nor the name of an alert; for `near` the name that was taken. */
  readonly because: string | undefined;
}

/**
 * The runbooks that somebody may mean, best first: the exact alert, an old name, the beginning of a name, then whatever holds every word. Only
 * when there is none of these: what holds a part of a pasted line, then names that are nearly so. An empty query finds all of them. Equals keep
 * their order.
 */
export function findRunbooks<Runbook extends Findable>(runbooks: readonly Runbook[], query: string): Hit<Runbook>[] {
  const text = fold(query).trim();
  if (text === '') return runbooks.map((runbook) => ({runbook, how: 'all', because: undefined}));
  const asked: Asked = {words: text.split(/\s+/), name: foldName(text)};
  const ranked = ranks(runbooks, (folded) => match(folded, asked));
  if (ranked.length > 0) return ranked;
  const parts = new Set(text.split(/[^\p{L}\p{N}_]+/u).map(foldName));
  const pasted = parts.size < 2 ? [] : ranks(runbooks, (folded) => matchPasted(folded, {text, parts}));
  return pasted.length > 0 ? pasted : findSimilar(runbooks, query);
}

/** Does beforehand what the first query would wait for: folds every runbook and reads every name. Worth it for thousands of them. */
export function prepareFinder(runbooks: readonly Findable[]): void {
  for (const runbook of runbooks) foldedOf(runbook);
  similarOf(runbooks);
}

interface Asked {
  readonly words: readonly string[];
  /** Without spaces and joints; empty when there is nothing else. */
  readonly name: string;
}

interface Match {
  readonly rank: number;
  readonly how: How;
  readonly because?: string | undefined;
}

function ranks<Runbook extends Findable>(runbooks: readonly Runbook[], by: (folded: Folded) => Match | undefined): Hit<Runbook>[] {
  const byRank: Hit<Runbook>[][] = [];
  for (const runbook of runbooks) {
    const found = by(foldedOf(runbook));
    if (found !== undefined) (byRank[found.rank] ??= []).push({runbook, how: found.how, because: found.because});
  }
  return byRank.flat();
}

function match({alerts, aliases, begins, plain, all, others}: Folded, {words, name}: Asked): Match | undefined {
  if (name !== '' && begins.includes(`\n${name}`)) {
    if (alerts.some((alert) => alert.name === name)) return {rank: 0, how: 'alert'};
    const old = aliases.find((alias) => alias.name === name);
    if (old !== undefined) return {rank: 1, how: 'alias', because: old.phrase};
    if (alerts.some((alert) => alert.name.startsWith(name))) return {rank: 2, how: 'prefix'};
    const begun = aliases.find((alias) => alias.name.startsWith(name));
    if (begun !== undefined) return {rank: 3, how: 'alias', because: begun.phrase};
  }
  const left: string[] = [];
  for (const word of words) {
    if (plain.includes(word)) continue;
    if (!all.includes(word)) return undefined;
    left.push(word);
  }
  if (left.length === 0) return {rank: 4, how: 'words'};
  return {rank: 5, how: 'words', because: others.find(({folded}) => left.some((word) => folded.includes(word)))?.phrase};
}

/** A line of a log or of a chat, with a name or an error text somewhere in it. */
function matchPasted({alerts, aliases, symptoms}: Folded, {text, parts}: {text: string; parts: ReadonlySet<string>}): Match | undefined {
  if (alerts.some(({name}) => parts.has(name))) return {rank: 0, how: 'pasted'};
  const old = aliases.find(({name}) => parts.has(name));
  if (old !== undefined) return {rank: 1, how: 'alias', because: old.phrase};
  // A short word such as `disk` within a long line says nothing.
  const symptom = symptoms.find(({folded}) => folded.length >= 6 && text.includes(folded));
  return symptom && {rank: 2, how: 'pasted', because: symptom.phrase};
}

const shortest = 4;

function findSimilar<Runbook extends Findable>(runbooks: readonly Runbook[], query: string): Hit<Runbook>[] {
  if (query.trim().length < shortest) return [];
  const {names, owners} = similarOf(runbooks);
  const hits = new Map<Findable, string>();
  for (const {name} of findNear(query, names)) {
    const runbook = owners.get(name);
    if (runbook !== undefined && !hits.has(runbook)) hits.set(runbook, name);
  }
  // The owners are of this very list.
  return [...hits].map(([runbook, because]) => ({runbook: runbook as Runbook, how: 'near', because}));
}

interface Similar {
  readonly names: NearNames;
  readonly owners: ReadonlyMap<string, Findable>;
}

const similar = new WeakMap<readonly Findable[], Similar>();

function similarOf(runbooks: readonly Findable[]): Similar {
  const known = similar.get(runbooks);
  if (known !== undefined) return known;
  const owners = new Map<string, Findable>();
  // Error texts of one word are misspelt as names are.
  for (const runbook of runbooks) for (const text of runbook.symptoms) if (!/\s/.test(text)) owners.set(text, runbook);
  for (const runbook of runbooks) for (const name of [...runbook.aliases, ...runbook.alerts]) owners.set(name, runbook);
  const made = {owners, names: readNames([...owners.keys()])};
  similar.set(runbooks, made);
  return made;
}

interface Phrase {
  readonly phrase: string;
  readonly folded: string;
}

interface Name extends Phrase {
  /** Without spaces and joints. */
  readonly name: string;
}

interface Folded {
  readonly alerts: readonly Name[];
  readonly aliases: readonly Name[];
  readonly symptoms: readonly Phrase[];
  /** Every name behind the end of a line: one look tells most runbooks from what is asked for. */
  readonly begins: string;
  /** What a line about it shows anyway, one phrase a line. */
  readonly plain: string;
  readonly others: readonly Phrase[];
  /** All of it, one phrase a line. */
  readonly all: string;
}

const remembered = new WeakMap<Findable, Folded>();

/** Folding is most of the work of a key press; a runbook is folded once. */
function foldedOf(runbook: Findable): Folded {
  const known = remembered.get(runbook);
  if (known !== undefined) return known;
  const read = (phrase: string): Phrase => ({phrase, folded: fold(phrase)});
  const readName = (phrase: string): Name => ({...read(phrase), name: foldName(phrase)});
  const [alerts, aliases, symptoms] = [runbook.alerts.map(readName), runbook.aliases.map(readName), runbook.symptoms.map(read)];
  const services = runbook.services.flatMap(({name, title}) => [name, title]).map(read);
  const plain = lines([...alerts, read(runbook.title)]);
  const others = [...aliases, ...symptoms, ...services];
  const begins = [...alerts, ...aliases].map(({name}) => `\n${name}`).join('');
  const folded = {alerts, aliases, symptoms, begins, plain, others, all: `${plain}\n${lines(others)}`};
  remembered.set(runbook, folded);
  return folded;
}

function lines(phrases: readonly Phrase[]): string {
  return phrases.map(({folded}) => folded).join('\n');
}
