import {writeClipboard} from './clipboard.ts';

/** An element with its properties and what stands in it. Data come in as text only, never as HTML. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
}

export function makeButton(label: string, pressed: () => void): HTMLButtonElement {
  const button = make('button', {type: 'button', className: 'timeline-button'}, label);
  button.addEventListener('click', pressed);
  return button;
}

/** A field below its label. */
export function labelled(label: string, field: HTMLElement): HTMLLabelElement {
  return make('label', {className: 'timeline-field'}, make('span', {}, label), field);
}

/**
 * Says what happened, also to a screen reader. The same words twice are heard twice only when they went away in between.
 *
 * @param passing after so many milliseconds the words go: they stand in front of what is being read.
 */
export function makeOutput(passing?: number): {readonly element: HTMLElement; say(text: string): void} {
  const element = make('p', {className: 'timeline-said'});
  element.setAttribute('role', 'status');
  let leaving: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    say: (text) => {
      element.textContent = '';
      clearTimeout(leaving);
      requestAnimationFrame(() => (element.textContent = text));
      if (passing !== undefined) leaving = setTimeout(() => (element.textContent = ''), passing);
    },
  };
}

/** Gives a text to the clipboard, or where there is none, selected in a field behind `after`. */
export async function give(text: string, after: HTMLElement): Promise<boolean> {
  const field = after.nextElementSibling;
  if (field instanceof HTMLTextAreaElement) field.remove();
  if (await writeClipboard(text)) return true;
  const area = make('textarea', {className: 'timeline-given', readOnly: true, value: text, rows: 6});
  area.setAttribute('aria-labelledby', (after.id ||= `timeline-${Math.random().toString(36).slice(2)}`));
  after.after(area);
  area.focus();
  area.select();
  return false;
}
