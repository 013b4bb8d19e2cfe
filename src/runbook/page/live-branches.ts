import type {Language} from '../../catalog/contract.ts';
import {messages} from './messages.ts';
import type {Happened} from './open-page.ts';

const bad = new Set(['degraded', 'firing', 'down']);

/**
 * Follows the live words of the page. Their changes are told; and where one stands in what should be seen, the step says which way it points.
 * What is unknown points nowhere.
 */
export function openLiveBranches(
  root: HTMLElement,
  {language, happened}: {readonly language: Language; readonly happened: Happened},
): void {
  const states = new Map<Element, string>();
  const look = (word: HTMLElement): void => {
    const {state = '', live: id = ''} = word.dataset;
    const before = states.get(word) ?? '';
    states.set(word, state);
    if (state === before) return;
    if (before !== '' && state !== '') happened({kind: 'state', text: `${id}: ${before} → ${state}`, from: word});
    const step = word.closest<HTMLElement>('[data-step]');
    if (step !== null && word.closest('[data-expect]') !== null) point(step, state, language);
  };
  const observer = new MutationObserver((changes) => {
    for (const {target, addedNodes} of changes) {
      if (target instanceof HTMLElement && target.dataset['live'] !== undefined) look(target);
      for (const node of addedNodes) if (node instanceof HTMLElement) node.querySelectorAll<HTMLElement>('[data-live]').forEach(look);
    }
  });
  observer.observe(root, {subtree: true, childList: true, attributes: true, attributeFilter: ['data-state']});
  root.querySelectorAll<HTMLElement>('[data-live]').forEach(look);
}

function point(step: HTMLElement, state: string, language: Language): void {
  const {asExpected, goThere} = messages[language];
  const points = state === 'ok' ? 'on' : bad.has(state) ? 'aside' : undefined;
  if (points === undefined) step.removeAttribute('data-points');
  else step.dataset['points'] = points;
  const expect = step.querySelector<HTMLElement>('[data-expect]');
  if (expect === null) return;
  let line = expect.querySelector<HTMLElement>('[data-pointer]');
  if (line === null) {
    line = document.createElement('p');
    line.dataset['pointer'] = '';
    line.setAttribute('role', 'status');
    expect.append(line);
  }
  line.textContent = points === undefined ? '' : points === 'on' ? asExpected : goThere;
}
