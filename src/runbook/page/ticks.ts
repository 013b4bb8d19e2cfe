import type {Happened} from './open-page.ts';

/** Boxes to tick: one a step. */
export function openTicks(root: HTMLElement, happened: Happened): void {
  for (const step of root.querySelectorAll<HTMLElement>('[data-step]')) {
    const box = step.querySelector<HTMLInputElement>('[data-tick] input');
    if (box === null) continue;
    box.disabled = false;
    box.addEventListener('change', () => {
      step.toggleAttribute('data-done', box.checked);
      happened({kind: box.checked ? 'ticked' : 'unticked', from: step});
    });
  }
}

/** Shows as done what the timeline has as ticked. */
export function showTicks(root: HTMLElement, ticked: ReadonlySet<string>): void {
  for (const step of root.querySelectorAll<HTMLElement>('[data-step]')) {
    const box = step.querySelector<HTMLInputElement>('[data-tick] input');
    const isDone = ticked.has(step.dataset['step'] ?? '');
    step.toggleAttribute('data-done', isDone);
    if (box !== null) box.checked = isDone;
  }
}
