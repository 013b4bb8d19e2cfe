import type {Try} from '../../registers/contract.ts';
import type {RecordedCards} from '../record/read-record.ts';
import {findRecurring, type Said} from './recurring.ts';
import {enough, type Month, type Recurring, type Trends} from './trend-facts.ts';

interface Options {
  readonly records: readonly (RecordedCards & {readonly page: string})[];
  readonly tries: readonly Try[];
  readonly day: string;
  readonly subjectsOf: (text: string) => ReadonlySet<string>;
}

export function readTrends({records, tries, day, subjectsOf}: Options): Trends {
  const said = (kind: 'keeps' | 'problems'): Said[] =>
    records
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))
      .flatMap((record) => record[kind].map((card) => ({...card, lang: record.lang, date: record.date, page: record.page})));
  return {
    day,
    retrospectives: records.length,
    months: monthsOf(tries),
    open: tries
      .filter(({status}) => status === 'open')
      .map(({id, text, lang, owner, check, from, carried}) => ({
        id,
        text,
        lang,
        owner,
        check,
        from,
        days: Math.max(0, daysBetween(dayOf(id), day)),
        carried: carried.length,
      }))
      .toSorted((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1)),
    problems: findRecurring(said('problems'), {least: 2, subjectsOf}),
    keeps: findRecurring(said('keeps'), {least: enough, subjectsOf}).map((keep) => ({...keep, slug: slugFor(keep)})),
  };
}

function monthsOf(tries: readonly Try[]): Month[] {
  const byMonth = Map.groupBy(tries, ({id}) => dayOf(id).slice(0, 7));
  const count = (own: readonly Try[], kind: Try['status']): number => own.filter(({status}) => status === kind).length;
  return [...byMonth]
    .map(([month, own]) => ({month, done: count(own, 'done'), dropped: count(own, 'dropped'), open: count(own, 'open')}))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

/** The day of its retrospective: `try-20260131-1`. */
function dayOf(id: string): string {
  return id.replace(/^try-(\d{4})(\d\d)(\d\d)-.*$/, '$1-$2-$3');
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

const small = new Set(['the', 'and', 'for', 'was', 'were', 'that', 'this', 'what', 'with', 'had', 'has', 'been', 'its', 'our', 'are']);

/** A name for a file cannot be made of every language. */
function slugFor({text, times}: Pick<Recurring, 'text' | 'times'>): string {
  const words = text.toLowerCase().match(/[a-z][a-z0-9]{2,}/g) ?? [];
  const telling = words.filter((word) => !small.has(word)).slice(0, 4);
  return telling.length >= 2 ? telling.join('-') : `keep-${times.at(-1)?.date ?? ''}`;
}
