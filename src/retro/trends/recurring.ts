import type {Language} from '../../catalog/contract.ts';
import {alike, likeness, pairsOf} from './likeness.ts';
import type {Recurring} from './trend-facts.ts';

/** A card of a record, with those that were put under it. */
export interface Said {
  readonly text: string;
  readonly same: readonly string[];
  readonly votes: number;
  readonly lang: Language;
  /** The day of its retrospective. */
  readonly date: string;
  /** The page of the record. */
  readonly page: string;
}

interface Options {
  /** In so many retrospectives at least. */
  readonly least: number;
  /** What a text names: alerts and pages of runbooks. */
  readonly subjectsOf: (text: string) => ReadonlySet<string>;
}

/** Cards that name the same thing or whose words are alike, those with most retrospectives first. What is like a second is like what that is like. */
export function findRecurring(said: readonly Said[], {least, subjectsOf}: Options): Recurring[] {
  const cards = said.map((card) => {
    const texts = [card.text, ...card.same].filter(Boolean);
    return {card, texts: texts.map(pairsOf), subjects: subjectsOf(texts.join('\n'))};
  });
  const clusters: (typeof cards)[] = [];
  for (const one of cards) {
    const near = clusters.filter((cluster) => cluster.some((other) => isSame(one, other)));
    for (const cluster of near) clusters.splice(clusters.indexOf(cluster), 1);
    clusters.push([...near.flat(), one]);
  }
  return clusters
    .map((cluster) => sum(cluster))
    .filter(({times}) => times.length >= least)
    .toSorted((a, b) => b.times.length - a.times.length || (last(b) > last(a) ? 1 : last(b) < last(a) ? -1 : 0));
}

interface Card {
  readonly card: Said;
  readonly texts: readonly ReadonlySet<string>[];
  readonly subjects: ReadonlySet<string>;
}

function isSame(a: Card, b: Card): boolean {
  return (
    [...a.subjects].some((subject) => b.subjects.has(subject)) ||
    a.texts.some((text) => b.texts.some((other) => likeness(text, other) >= alike))
  );
}

function sum(cluster: readonly Card[]): Recurring {
  const cards = cluster.toSorted((a, b) => (a.card.date < b.card.date ? -1 : a.card.date > b.card.date ? 1 : 0));
  const newest = cards.at(-1)?.card;
  const subjects = [...(cards[0]?.subjects ?? [])].filter((subject) => cards.every((card) => card.subjects.has(subject)));
  const byPage = Map.groupBy(cards, ({card}) => card.page);
  return {
    text: newest?.text || newest?.same[0] || '',
    lang: newest?.lang ?? 'en',
    about: cards.length > 1 ? subjects.toSorted()[0] : undefined,
    times: [...byPage].map(([page, own]) => ({
      page,
      date: own[0]?.card.date ?? '',
      votes: own.reduce((votes, {card}) => votes + card.votes, 0),
    })),
  };
}

function last({times}: Recurring): string {
  return times.at(-1)?.date ?? '';
}
