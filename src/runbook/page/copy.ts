import type {Language} from '../../catalog/contract.ts';
import {writeClipboard} from '../timeline/clipboard.ts';
import {messages} from './messages.ts';
import {commandOf} from './places.ts';
import type {Happened} from './open-page.ts';

interface Options {
  readonly language: Language;
  readonly happened: Happened;
}

/** One tap copies a command and says what was copied. A change is copied only once its undo was seen. */
export function openCopying(root: HTMLElement, {language, happened}: Options): void {
  for (const command of root.querySelectorAll<HTMLElement>('[data-command]')) {
    const button = command.querySelector<HTMLButtonElement>('[data-copy]');
    const code = command.querySelector('code');
    const output = command.querySelector<HTMLElement>('[data-copied]');
    if (button === null || code === null || output === null) continue;
    button.hidden = false;
    const copy = async (): Promise<void> => {
      const {text, unfilled} = commandOf(code);
      const written = await writeClipboard(text);
      say(output, written ? sayCopied(unfilled, language) : messages[language].selected);
      const tell = (): void => happened({kind: 'copied', text, from: command});
      if (written) return tell();
      getSelection()?.selectAllChildren(code);
      // What was not copied must not be told as if it were.
      code.addEventListener('copy', tell, {once: true});
    };
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') !== 'true') void copy();
    });
  }
}

/** The same words twice are heard twice only when they went away in between. */
export function say(output: HTMLElement, text: string): void {
  output.textContent = '';
  requestAnimationFrame(() => (output.textContent = text));
}

function sayCopied(unfilled: readonly {name: string; reason: string}[], language: Language): string {
  const names = [...new Set(unfilled.map(({name, reason}) => (reason === '' ? name : `${name} (${reason})`)))];
  const {copied, notFilled} = messages[language];
  return names.length === 0 ? copied : `${copied} ${notFilled(names.join(', '))}`;
}
