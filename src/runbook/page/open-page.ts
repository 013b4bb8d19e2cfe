import type {Language} from '../../catalog/contract.ts';
import {ageTrust} from '../evidence/age-trust.ts';
import {openTimeline} from '../timeline/panel.ts';
import type {Happening} from '../timeline/contract.ts';
import type {makeEvidenceForm} from '../timeline/evidence-form.ts';
import {openCopying} from './copy.ts';
import {openGuards} from './guard.ts';
import {openLiveBranches} from './live-branches.ts';
import {fillPlaces} from './places.ts';
import {openTicks, showTicks} from './ticks.ts';
import {openValues} from './values-bar.ts';

/** Told whenever something happened that belongs into the timeline; `from` is where on the page. */
export type Happened = (what: Happening & {readonly from: HTMLElement}) => void;

interface Options {
  readonly language: Language;
  readonly makeEvidence?: typeof makeEvidenceForm;
  readonly address: {readonly search: string; readonly hash: string};
}

/**
 * Enlivens a runbook or procedure, in the reading page and in the incident lane: values fill the commands, commands can be copied, a change asks
 * for its undo to be seen, steps can be ticked, and what happens is written down. Without it the page is complete to read.
 *
 * @returns a function that lets go of what outlives the page.
 */
export function openPage(root: HTMLElement, {language, address, makeEvidence}: Options): () => void {
  const {page = '', alerts = ''} = root.dataset;
  // An example in the reference has no incident to write to.
  const timeline =
    root.querySelector('[data-timeline]') === null
      ? undefined
      : openTimeline(root, {
          page,
          alerts: alerts.split(' ').filter(Boolean),
          language,
          makeEvidence,
          ticked: (steps) => showTicks(root, steps),
        });
  const happened: Happened = ({from, ...what}) => {
    const step = from.closest<HTMLElement>('[data-step]');
    const title = step?.querySelector('h3')?.textContent?.trim();
    timeline?.record({...what, ...(step !== null && {step: {id: step.dataset['step'] ?? '', title: title ?? ''}})});
  };
  const patterns = new Map(
    [...root.querySelectorAll<HTMLInputElement>('[data-value-of] input[data-pattern]')].map((input) => [
      input.name,
      input.dataset['pattern'] ?? '',
    ]),
  );
  ageTrust(root, {language});
  openCopying(root, {language, happened});
  openGuards(root, language);
  openTicks(root, happened);
  openLiveBranches(root, {language, happened});
  openValues(root, {language, address, changed: (values) => fillPlaces(root, values, {language, patterns})});
  return () => timeline?.close();
}
