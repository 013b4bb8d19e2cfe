import type {Language} from '../../catalog/contract.ts';
import {sayTime} from '../../live/times.ts';
import type {Happening, Incident} from './contract.ts';
import {drawEntry} from './draw-entry.ts';
import {give, make, makeButton, makeOutput} from './draw.ts';
import type {makeEvidenceForm} from './evidence-form.ts';
import {makeImportForm} from './import-form.ts';
import {isResumable, type Timeline} from './incidents.ts';
import {toCards, toMarkdown} from './markdown.ts';
import {messages} from './messages.ts';
import {makeNoteForm} from './note-form.ts';

interface Options {
  readonly page: string;
  readonly language: Language;
  readonly hashes: {readonly steps: string; readonly alert: string} | undefined;
  readonly makeEvidence: typeof makeEvidenceForm | undefined;
  readonly record: (what: Happening) => void;
  readonly read: (id: string) => Promise<Incident | undefined>;
  readonly begin: () => Promise<unknown>;
  readonly close: () => Promise<unknown>;
  readonly resume: (id: string) => Promise<unknown>;
  readonly merge: (incidents: readonly Incident[]) => Promise<{readonly added: number; readonly known: number}>;
}

interface View {
  readonly element: HTMLElement;
  draw(timeline: Timeline, truth: {readonly isLasting: boolean}): void;
  say(text: string): void;
}

/** How many earlier incidents are listed; the older ones stay in the storage. */
const mostEarlier = 20;

/** What is seen of the timeline: one line, until it is opened. */
export function makeView({page, language, hashes, makeEvidence, record, read, begin, close, resume, merge}: Options): View {
  const say = messages[language];
  const moment = (at: string): string => sayTime(Date.parse(at), {language, now: Date.now(), planned: true});
  let timeline: Timeline = {running: undefined, past: []};
  /** An earlier incident that is looked at in place of the running one. */
  let earlier: Incident | undefined;
  const shown = (): Incident | undefined => earlier ?? timeline.running;

  const warning = make('p', {className: 'timeline-warning', hidden: true});
  warning.setAttribute('role', 'alert');
  const output = makeOutput(10_000);
  const summary = make('summary');
  const title = make('p', {className: 'timeline-title'});
  const list = make('ol', {className: 'timeline-entries', reversed: true});
  const past = make('ul');
  const pastTitle = make('summary');
  const pastList = make('details', {}, pastTitle, past);

  const copy = (text: string): void => void give(text, output.element).then((given) => output.say(given ? say.given : say.selected));
  const andThen = (deed: () => Promise<unknown>, said: string): void => {
    earlier = undefined;
    void deed().then(() => output.say(said));
    // Its button is about to go.
    summary.focus();
  };
  const note = makeNoteForm(language, (text) => record({kind: 'noted', text}));
  const exports = group(
    makeButton(say.copyMarkdown, () => shownThen((incident) => copy(toMarkdown(incident, {language})))),
    makeButton(say.copyCards, () => shownThen((incident) => copy(toCards(incident, {language})))),
  );
  const running = group(
    makeButton(say.begin, () => andThen(begin, say.begun)),
    makeButton(say.close, () => andThen(close, say.closed)),
  );
  const resuming = makeButton(say.resume, () => shownThen(({id, title: name}) => andThen(() => resume(id), name)));
  const looking = group(
    makeButton(say.back, () => show(undefined)),
    resuming,
  );
  const evidence = hashes === undefined || makeEvidence === undefined ? [] : [makeEvidence({page, language, hashes, incident: shown})];
  const inside = [note, title, list, exports, looking, running, makeImportForm(language, merge), pastList, ...evidence];
  const where = make('p', {className: 'timeline-where'}, say.where);
  const panel = make('details', {className: 'timeline-panel'}, summary);
  // Laid out when somebody looks: a page that was just opened has other things to do. A click comes first, a key makes one, and a search within
  // the page only opens it.
  const layOut = (): void => {
    if (where.parentElement === null) panel.append(...inside, where);
  };
  summary.addEventListener('click', layOut);
  panel.addEventListener('toggle', layOut);

  function shownThen(work: (incident: Incident) => void): void {
    const incident = shown();
    if (incident !== undefined) work(incident);
  }

  function show(incident: Incident | undefined): void {
    earlier = incident;
    draw();
    summary.focus();
  }

  function draw(): void {
    const incident = shown();
    const entries = incident?.entries ?? [];
    summary.textContent = [say.timeline, say.count(timeline.running?.entries.length ?? 0)].join(' · ');
    title.textContent = incident === undefined ? say.nothing : `${incident.title} · ${sayPeriod(incident)}`;
    // The latest on top, beside the field for notes.
    list.replaceChildren(...entries.toReversed().map((entry) => drawEntry(entry, {language, page})));
    note.hidden = earlier !== undefined;
    exports.hidden = entries.length === 0;
    running.hidden = earlier !== undefined || timeline.running === undefined;
    looking.hidden = earlier === undefined;
    resuming.hidden = earlier === undefined || !isResumable(earlier, Date.now());
    pastList.hidden = timeline.past.length === 0;
    const listed = timeline.past.slice(0, mostEarlier);
    pastTitle.textContent = say.earlier(listed.length);
    past.replaceChildren(
      ...listed.map(({id, title: name, startedAt}) =>
        make(
          'li',
          {},
          makeButton(`${name} · ${moment(startedAt)}`, () => void read(id).then(show)),
        ),
      ),
    );
  }

  function sayPeriod({startedAt, closedAt}: Incident): string {
    return closedAt === undefined ? say.since(moment(startedAt)) : say.until(moment(startedAt), moment(closedAt));
  }

  draw();
  return {
    element: make('div', {className: 'timeline'}, warning, panel, output.element),
    draw: (known, {isLasting}) => {
      timeline = known;
      if (warning.hidden !== isLasting) {
        warning.hidden = isLasting;
        warning.textContent = isLasting ? '' : say.fleeting;
      }
      draw();
    },
    say: (text) => output.say(text),
  };
}

function group(...buttons: readonly HTMLElement[]): HTMLElement {
  return make('div', {className: 'timeline-buttons'}, ...buttons);
}
