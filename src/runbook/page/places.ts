import type {Language} from '../../catalog/contract.ts';
import type {Context} from '../commands/contract.ts';
import {fill} from '../commands/fill.ts';
import {messages as refusals} from '../commands/messages.ts';

/** A pattern for each parameter that has one. */
type Patterns = ReadonlyMap<string, string>;

/** Puts the values into every command of the page, or the parameter's name back where there is none that fits. */
export function fillPlaces(
  root: HTMLElement,
  values: ReadonlyMap<string, string>,
  {language, patterns}: {readonly language: Language; readonly patterns: Patterns},
): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-param]')) {
    const {param = '', context = 'never'} = place.dataset;
    // What the author wrote comes back when a value goes.
    const source = (place.dataset['source'] ??= place.textContent ?? '');
    const value = values.get(param);
    const pattern = patterns.get(param);
    const filled =
      value === undefined || context === 'never'
        ? undefined
        : fill(value, {context: context as Context, ...(pattern !== undefined && {pattern})});
    place.textContent = filled?.kind === 'filled' ? filled.text : source;
    place.toggleAttribute('data-filled', filled?.kind === 'filled');
    // Why a place is never filled stands there already.
    if (context === 'never') continue;
    const reason = filled?.kind === 'refused' ? refusals[language].refusals[filled.reason] : undefined;
    place.toggleAttribute('data-refused', reason !== undefined);
    if (reason === undefined) place.removeAttribute('title');
    else place.title = reason;
  }
}

/** What copying gives: the command without prompts and output, and what was filled and what was not. */
export function commandOf(code: HTMLElement): {text: string; unfilled: {name: string; reason: string}[]} {
  const unfilled = [...code.querySelectorAll<HTMLElement>('[data-param]:not([data-filled])')].map((place) => ({
    name: place.dataset['param'] ?? '',
    reason: place.title,
  }));
  const copy = code.cloneNode(true) as HTMLElement;
  for (const extra of copy.querySelectorAll('[data-prompt], [data-printed]')) extra.remove();
  return {text: (copy.textContent ?? '').replace(/\n+$/, ''), unfilled};
}
