import type {Language} from '../../catalog/contract.ts';
import {say} from './copy.ts';
import {messages} from './messages.ts';

/** Nobody copies a change before its undo is on the screen. The button stays in the order of the keyboard, and says why it does nothing yet. */
export function openGuards(root: HTMLElement, language: Language): void {
  for (const step of root.querySelectorAll<HTMLElement>('[data-step][data-kind="change"]')) {
    const undo = step.querySelector<HTMLDetailsElement>('[data-undo]');
    const commands = [...step.querySelectorAll<HTMLElement>('[data-command]')].filter((command) => command.closest('[data-undo]') === null);
    if (undo === null || undo.open) continue;
    const outputs = commands.map((command) => {
      const button = command.querySelector<HTMLElement>('[data-copy]');
      const output = command.querySelector<HTMLElement>('[data-copied]');
      button?.setAttribute('aria-disabled', 'true');
      const guarded = messages[language].guarded;
      if (output !== null) output.textContent = guarded;
      const refuse = (): void => {
        if (undo.open || output === null) return;
        say(output, guarded);
        undo.querySelector('summary')?.focus();
      };
      button?.addEventListener('click', refuse);
      return {button, output};
    });
    undo.addEventListener('toggle', () => {
      if (!undo.open) return;
      for (const {button, output} of outputs) {
        if (button?.getAttribute('aria-disabled') !== 'true') continue;
        button.removeAttribute('aria-disabled');
        if (output !== null) say(output, messages[language].unlocked);
      }
    });
  }
}
