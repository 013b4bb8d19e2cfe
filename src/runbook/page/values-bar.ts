import type {Language} from '../../catalog/contract.ts';
import {checkValue} from '../commands/fill.ts';
import {labelsFrom} from '../commands/labels.ts';
import {messages as refusals} from '../commands/messages.ts';
import {messages} from './messages.ts';

interface Options {
  readonly language: Language;
  /** The address that the page was opened with: its query brings the alert's labels. */
  readonly address: {readonly search: string; readonly hash: string};
  /** Called at once, and whenever a value becomes another one. */
  readonly changed: (values: ReadonlyMap<string, string>) => void;
}

interface Field {
  readonly input: HTMLInputElement;
  readonly why: HTMLElement | null;
  readonly param: {readonly name: string; readonly label: string; readonly pattern?: string};
}

/**
 * The values of a page's parameters: what the alert's link brought, and what somebody types. They stay in this tab, also when the page is loaded
 * anew; nothing of them is sent.
 */
export function openValues(root: HTMLElement, {language, address, changed}: Options): void {
  const say = messages[language];
  const fields = [...root.querySelectorAll<HTMLElement>('[data-value-of]')].flatMap(fieldOf);
  if (fields.length === 0) {
    changed(new Map());
    return;
  }
  const brought = labelsFrom(
    address,
    fields.map(({param}) => param),
  );
  // Another link is another alert: what was typed for one must not stay for the next.
  const key = `handbook values ${root.dataset['page']} ${address.search} ${address.hash}`;
  const typed = new Map(Object.entries(readTyped(key)));

  const settle = (): void => {
    const values = new Map<string, string>();
    for (const {input, why, param} of fields) {
      const refused = input.value === '' ? undefined : checkValue(input.value, param);
      if (input.value !== '' && refused === undefined) values.set(param.name, input.value);
      input.setAttribute('aria-invalid', String(refused !== undefined));
      const from = brought.get(param.name);
      const broken = from !== undefined && 'refused' in from && !typed.has(param.name) ? from.refused : undefined;
      const problem = refused ?? broken;
      const origin = input.value === '' ? say.example(input.placeholder) : typed.has(param.name) ? say.byHand : say.fromAlert;
      if (why !== null) why.textContent = problem === undefined ? origin : refusals[language].refusals[problem];
    }
    summarize(root, fields, {values, unset: say.unset});
    changed(values);
  };

  for (const {input, param} of fields) {
    const from = brought.get(param.name);
    input.value = typed.get(param.name) ?? (from !== undefined && 'value' in from ? from.value : '');
    input.disabled = false;
    input.addEventListener('input', () => {
      typed.set(param.name, input.value);
      writeTyped(key, Object.fromEntries(typed));
      settle();
    });
  }
  settle();
}

/** In one line: what is set, and what is not. */
function summarize(
  root: HTMLElement,
  fields: readonly Field[],
  {values, unset}: {readonly values: ReadonlyMap<string, string>; readonly unset: (names: string) => string},
): void {
  const word = (name: 'code' | 'span', text: string): HTMLElement => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  const names = fields.map(({param}) => param.name);
  const missing = names.filter((name) => !values.has(name));
  const set = names.flatMap((name) => (values.has(name) ? [word('code', `${name}=${values.get(name)}`), ' '] : []));
  const left = missing.length === 0 ? [] : [word('span', unset(missing.join(', ')))];
  root.querySelector('[data-summary]')?.replaceChildren(...set, ...left);
}

function fieldOf(element: HTMLElement): Field[] {
  const input = element.querySelector('input');
  const name = element.dataset['valueOf'];
  if (input === null || name === undefined) return [];
  const {label = '', pattern} = input.dataset;
  return [{input, why: element.querySelector('[data-why]'), param: {name, label, ...(pattern !== undefined && {pattern})}}];
}

function readTyped(key: string): Record<string, string> {
  try {
    // What is kept there may be anything: other pages of the origin write to it as well.
    const kept = Object.entries((JSON.parse(sessionStorage.getItem(key) ?? '{}') as object | null) ?? {});
    return Object.fromEntries(kept.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  } catch {
    return {};
  }
}

function writeTyped(key: string, typed: Readonly<Record<string, string>>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // A browser that stores nothing: the values live as long as the page.
  }
}
