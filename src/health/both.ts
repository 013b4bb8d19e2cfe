import type {Language} from '../catalog/contract.ts';
import type {Text} from '../catalog/shapes.ts';
import {phrases as en} from './phrases.en.ts';
import {phrases as ja} from './phrases.ja.ts';

/** What is said of health, by language. */
export const phrases: Readonly<Record<Language, typeof en>> = {en, ja};

/** One sentence in every language. */
export function both(say: (phrase: typeof en, language: Language) => string): Text {
  return {en: say(en, 'en'), ja: say(ja, 'ja')};
}
