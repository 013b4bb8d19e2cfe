import type {Language} from '../../catalog/contract.ts';
import {sayTime} from '../../live/times.ts';
import type {Entry, Happening, Incident} from './contract.ts';
import type {makeEvidenceForm} from './evidence-form.ts';
import {openIndexedDb} from './indexed-db.ts';
import {tickedSteps, type Report, type Timeline} from './incidents.ts';
import {sayEntry} from './markdown.ts';
import {messages} from './messages.ts';
import type {Shelf} from './shelf.ts';
import {openStore} from './store.ts';
import {makeView} from './view.ts';

interface Options {
  /** Slug of the page. */
  readonly page: string;
  /** The alerts that the page is for. */
  readonly alerts: readonly string[];
  readonly language: Language;
  /** Told which steps of this page are ticked in the running incident: once the storage was read, and whenever that changed elsewhere. */
  readonly ticked: (steps: ReadonlySet<string>) => void;
  /** Draws the offer of an evidence file. The incident lane goes without, for its weight: evidence is written in the morning. */
  readonly makeEvidence?: typeof makeEvidenceForm | undefined;
  /** Where entries are kept; the browser's own storage unless another is given. */
  readonly shelf?: Shelf;
}

/** Changes of live words that wait for the first thing that somebody does. */
const mostWaiting = 20;
const tooOld = 12 * 3_600_000;

/**
 * Draws the timeline of the running incident into `[data-timeline]` of a page, and writes down what is told to `record`. Opening a page writes
 * nothing; the first thing that somebody does begins an incident, unless one is running in this browser. Nothing leaves the browser.
 */
export function openTimeline(root: HTMLElement, options: Options): {record(what: Happening): void; close(): void} {
  const {page, alerts, language, ticked} = options;
  const alert = alertOf(alerts, location.href);
  let timeline: Timeline = {running: undefined, past: []};
  let openedAt = Date.now();
  let waiting: Report['happened'] = [];
  let isClosed = false;
  let writes = 0;

  const store = openStore({shelf: options.shelf ?? openIndexedDb(), changed: () => void refresh()});
  const report = (happened: Report['happened'] = []): Report => ({page, alert, openedAt, happened});
  /** What was done before the page knew of another incident does not belong to it. */
  const beginAnew = (now: number): void => {
    openedAt = now;
    waiting = waiting.filter(({at}) => at >= now);
  };

  // One after the other: what is read then has all that was written before.
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = before.then(work);
    before = done.catch(() => undefined);
    return done;
  };
  const refresh = (): Promise<void> =>
    inTurn(async () => {
      const had = timeline.running?.id;
      timeline = await store.read();
      if (isClosed) return;
      if (had !== undefined && had !== timeline.running?.id) beginAnew(Date.now());
      view.draw(timeline, {isLasting: store.isLasting()});
      // What is about to be written is not known to what was read.
      if (writes === 0) ticked(timeline.running === undefined ? new Set() : tickedSteps(timeline.running, page));
    });
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    writes++;
    const result = await inTurn(work).finally(() => writes--);
    await refresh();
    return result;
  };

  const clock = makeClock();
  const record = (what: Happening): void => {
    const at = clock();
    if (at - openedAt > tooOld) beginAnew(at);
    waiting = [...waiting, {at, what}].slice(-mostWaiting);
    void write(async () => {
      const happened = waiting;
      waiting = [];
      if (happened.length === 0) return;
      const written = await store.add(report(happened));
      if (written === undefined) waiting = [...happened, ...waiting];
      else if (written.length > 0) view.say(sayWritten(written, language));
    });
  };

  const view = makeView({
    page,
    language,
    hashes: hashesOf(root),
    makeEvidence: options.makeEvidence,
    record,
    read: (id) => inTurn(() => store.readIncident(id)),
    begin: () => {
      beginAnew(Date.now());
      return write(() => store.begin(report()));
    },
    close: () => write(() => store.close()),
    resume: (id) => write(() => store.resume(id)),
    merge: (incidents) => write(() => mergeAll(incidents, (incident) => store.merge(incident))),
  });
  const place = placeIn(root);
  place.append(view.element);
  // A tab that was asleep may have missed what others told.
  const woken = (): void => void (document.visibilityState === 'visible' && refresh());
  document.addEventListener('visibilitychange', woken);
  void refresh();

  return {
    record,
    close: () => {
      isClosed = true;
      document.removeEventListener('visibilitychange', woken);
      view.element.remove();
      void inTurn(async () => store.end());
    },
  };
}

function placeIn(root: HTMLElement): HTMLElement {
  const found = root.querySelector<HTMLElement>('[data-timeline]');
  if (found !== null) return found;
  const made = document.createElement('section');
  made.dataset['timeline'] = '';
  root.append(made);
  return made;
}

/** The alert that the address names, or the only one that the page is for. */
function alertOf(alerts: readonly string[], href: string): string | undefined {
  const parts = new Set(href.toLowerCase().split(/[/#?&=]+/));
  return alerts.find((alert) => parts.has(alert.toLowerCase())) ?? (alerts.length === 1 ? alerts[0] : undefined);
}

function hashesOf(root: HTMLElement): {steps: string; alert: string} | undefined {
  const {stepsHash, alertHash = ''} = root.querySelector<HTMLElement>('[data-steps-hash]')?.dataset ?? {};
  return stepsHash === undefined ? undefined : {steps: stepsHash, alert: alertHash};
}

/** Two things in one millisecond keep their order. A clock that was set back is believed. */
function makeClock(): () => number {
  let last = 0;
  return () => {
    const now = Date.now();
    last = now <= last && last - now < 1000 ? last + 1 : now;
    return last;
  };
}

function sayWritten(entries: readonly Entry[], language: Language): string {
  const last = entries.at(-1);
  return last === undefined ? '' : messages[language].written(sayTime(Date.parse(last.at), {language}), sayEntry(last, language));
}

async function mergeAll(
  incidents: readonly Incident[],
  merge: (incident: Incident) => Promise<{added: number; known: number}>,
): Promise<{added: number; known: number}> {
  let added = 0;
  let known = 0;
  for (const incident of incidents) {
    const merged = await merge(incident);
    added += merged.added;
    known += merged.known;
  }
  return {added, known};
}
