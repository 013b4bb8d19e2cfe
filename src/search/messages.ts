import type {Language} from '../catalog/contract.ts';
import type {Hit} from './finder.ts';
import {messages as en} from './messages.en.ts';
import {messages as ja} from './messages.ja.ts';

/** What is said around a name that was looked for, in both languages. A built page carries its own language only. */
export const messages: Readonly<Record<Language, typeof en>> = {en, ja};

/** By what a runbook was found, when its line does not show that already. */
export function sayHit({how, because}: Pick<Hit, 'how' | 'because'>, language: Language): string | undefined {
  if (because === undefined) return undefined;
  if (how === 'alias') return messages[language].oldName(because);
  return how === 'near' ? messages[language].similarName(because) : because;
}
