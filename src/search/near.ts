import {distance} from 'fastest-levenshtein';
import {isGeneral, splitName} from './split-name.ts';

/** A name that somebody may have meant. */
export interface Near {
  readonly name: string;
  /** From 0 to 1; 1 is the same name but for case, `_` and `-`. */
  readonly score: number;
}

interface Options {
  /** How many at most. */
  readonly most?: number;
  /** The least score. */
  readonly least?: number;
}

/** Below this a name is no answer but a guess. */
export const nearEnough = 0.55;
/**
 * The names that a misspelt, renamed or unknown alert may have meant, best first; none when nothing is like it. A name is near when it is spelt
 * nearly the same, or when it shares the CamelCase words that tell it from others: a word that half of the names carry, such as `Kube`, counts
 * for little. Names without capitals, as in addresses, are searched for the words of the other. Equal scores stand in the order of the names.
 */
export function nearest(name: string, names: readonly string[], options: Options = {}): Near[] {
  return findNear(name, readNames(names), options);
}

/** Names that were read once, to be asked many times. */
export interface NearNames {
  readonly reads: readonly Weighed[];
  /** How much each word of the names tells. */
  readonly weights: ReadonlyMap<string, number>;
}

export function readNames(names: readonly string[]): NearNames {
  const reads = names.map(readName);
  const counts = new Map<string, number>();
  for (const {words} of reads) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = Math.log(names.length + 1);
  const weights = new Map([...counts].map(([word, count]) => [word, (1 - Math.log(count) / all) * (isGeneral(word) ? 0.3 : 1)]));
  return {reads: reads.map((read) => weigh(read, weights)), weights};
}

/** As `nearest`, for names that were read before. */
export function findNear(name: string, {reads, weights}: NearNames, {most = 5, least = nearEnough}: Options = {}): Near[] {
  const asked = weigh(readName(name), weights);
  if (asked.text === '') return [];
  const kin = new Map<string, number>();
  for (const word of weights.keys()) {
    const own = asked.words.findIndex((candidate) => isAlike(candidate, word));
    if (own >= 0) kin.set(word, own);
  }
  return reads
    .map((other) => ({name: other.name, score: likeness(asked, other, {kin, least})}))
    .filter(({score}) => score >= least)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most);
}

interface Read {
  readonly name: string;
  /** Without case and joints. */
  readonly text: string;
  readonly words: readonly string[];
  /** A bit for each letter that occurs. */
  readonly letters: number;
}

interface Weighed extends Read {
  /** How much each of the words tells: the first is the component, which tells little. */
  readonly worth: readonly number[];
  readonly total: number;
}

function readName(name: string): Read {
  // A name of Prometheus has no limit of length; what somebody means by one is said by then.
  const words = splitName(name.slice(0, 200));
  const text = words.join('');
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return {name, text, words, letters};
}

function weigh(read: Read, weights: ReadonlyMap<string, number>): Weighed {
  const worth = read.words.map((word, at) => {
    const unknown = isGeneral(word) ? 0.3 : 1;
    return Math.max(0.05, (weights.get(word) ?? unknown) * (at === 0 ? 0.5 : 1));
  });
  return {...read, worth, total: worth.reduce((sum, one) => sum + one, 0)};
}

interface Measures {
  /** The words of the names that are another form of a word asked for, and which. */
  readonly kin: ReadonlyMap<string, number>;
  readonly least: number;
}

function likeness(asked: Weighed, other: Weighed, {kin, least}: Measures): number {
  if (asked.text === other.text) return 1;
  const words = likeWords(asked, other, kin);
  return likeSpelling(asked, other, Math.max(words, least)) ?? words;
}

function likeWords(asked: Weighed, other: Weighed, kin: ReadonlyMap<string, number>): number {
  if (asked.words.length > 1 && other.words.length > 1) return shareWords(asked, other, kin);
  if (asked.words.length > 1) return holdWords(asked, other.text);
  return other.words.length > 1 ? holdWords(other, asked.text) : 0;
}

/** The weight of what two names share, of the weight of both. */
function shareWords(asked: Weighed, other: Weighed, kin: ReadonlyMap<string, number>): number {
  let shared = 0;
  let met = 0;
  for (let at = 0; at < other.words.length; at++) {
    const own = kin.get(other.words[at] ?? '');
    if (own === undefined) continue;
    shared += other.worth[at] ?? 0;
    if ((met & (1 << own)) === 0) shared += asked.worth[own] ?? 0;
    met |= 1 << own;
  }
  return shared / (asked.total + other.total);
}

/** How well the words of one name cover a text that is written without capitals, and the text them. */
function holdWords({words, worth, total}: Weighed, text: string): number {
  let letters = 0;
  let weight = 0;
  let tells = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const part = stem(word);
    if (part.length < 3 || !text.includes(part)) continue;
    letters += part.length;
    weight += worth[at] ?? 0;
    tells ||= !isGeneral(word);
  }
  if (!tells) return 0;
  const covered = letters / text.length;
  const held = weight / total;
  return (2 * covered * held) / (covered + held);
}

/** So many slips of a finger are near in a name of at least so many letters, wherever they are. */
const slips = {most: 2, letters: 8};

/**
 * Of two names that begin with the same word, what follows decides: `PrometheusDown` is not nearly `PrometheusBadConfig`. Undefined when it is
 * less than `over`; most names are told apart by their length and letters alone, which is what makes a list of thousands quick.
 */
function likeSpelling(asked: Read, other: Read, over: number): number | undefined {
  const [first = '', begin = ''] = [asked.words[0], other.words[0]];
  const shared = other.text.startsWith(first) ? first.length : asked.text.startsWith(begin) ? begin.length : 0;
  // A name of this one word only has nothing that follows.
  const skip = shared < Math.min(asked.text.length, other.text.length) ? shared : 0;
  const whole = Math.max(asked.text.length, other.text.length);
  const apart = Math.abs(asked.text.length - other.text.length);
  const most = Math.max((whole - skip) * (1 - over), whole >= slips.letters ? slips.most : 0);
  if (apart > most || ones(asked.letters & ~other.letters) > most || ones(other.letters & ~asked.letters) > most) return undefined;
  const steps = distance(asked.text.slice(skip), other.text.slice(skip));
  const score = 1 - steps / (steps <= slips.most && whole >= slips.letters ? whole : whole - skip);
  return score < over ? undefined : score;
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** `Completed` and `Completion`: their longer one's stem begins both. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  if (a[0] !== b[0]) return false;
  const part = stem(a.length > b.length ? a : b);
  return part.length >= 4 && a.startsWith(part) && b.startsWith(part);
}

function stem(word: string): string {
  return word.slice(0, Math.max(4, Math.ceil(word.length * 0.7)));
}
