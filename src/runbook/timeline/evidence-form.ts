import type {Language} from '../../catalog/contract.ts';
import {evidenceFile, evidenceText, outcomes, uses} from '../evidence/text.ts';
import type {Incident} from './contract.ts';
import {give, labelled, make, makeOutput} from './draw.ts';
import {minutesOf} from './incidents.ts';
import {messages} from './messages.ts';

interface Options {
  readonly page: string;
  readonly language: Language;
  /** Hashes of the page's steps and of its alerts' rules. */
  readonly hashes: {readonly steps: string; readonly alert: string};
  /** The incident in which the page was used, when there is one. */
  readonly incident: () => Incident | undefined;
}

/** Offers the text of an evidence file, filled as far as the timeline knows. */
export function makeEvidenceForm({page, language, hashes, incident}: Options): HTMLElement {
  const say = messages[language];
  const use = select(uses, say.uses);
  const outcome = select(outcomes, say.outcomes);
  const by = make('input', {required: true, autocomplete: 'off', placeholder: 'sre-primary', pattern: '@?[a-z][a-z0-9]*(-[a-z0-9]+)*'});
  const minutes = make('input', {type: 'number', min: '1', max: '10080', step: '1', required: true});
  const note = make('textarea', {rows: 2});
  const output = makeOutput();
  const form = make(
    'form',
    {},
    make('p', {}, say.evidenceWhy),
    labelled(say.use, use),
    labelled(say.by, by),
    labelled(say.outcome, outcome),
    labelled(say.minutes, minutes),
    labelled(say.remark, note),
    make('button', {className: 'timeline-button'}, say.copyEvidence),
    output.element,
  );
  // What went otherwise than written is what the next reader needs.
  outcome.addEventListener('change', () => (note.required = outcome.value !== 'worked'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = evidenceText({
      page,
      kind: use.value as (typeof uses)[number],
      by: by.value.trim().replace(/^@/, ''),
      outcome: outcome.value as (typeof outcomes)[number],
      minutes: Number(minutes.value),
      note: note.value.trim(),
      lang: language,
      ...hashes,
    });
    const file = evidenceFile(page, new Date(incident()?.startedAt ?? Date.now()));
    void give(text, output.element).then((given) => output.say(given ? say.into(file) : `${say.selected} ${file}`));
  });
  const details = make('details', {}, make('summary', {}, say.evidence), form);
  details.addEventListener('toggle', () => {
    const known = incident();
    if (details.open && minutes.value === '' && known !== undefined) minutes.value = String(minutesOf(known));
  });
  return details;
}

function select(values: readonly string[], words: Readonly<Record<string, string>>): HTMLSelectElement {
  return make('select', {}, ...values.map((value) => make('option', {value}, words[value] ?? value)));
}
