import type {Language} from '../catalog/contract.ts';
import {phrases as en} from './phrases.en.ts';
import {phrases as ja} from './phrases.ja.ts';

/** What is said about a measure besides its own title and unit, in both languages. */
export const phrases: Readonly<Record<Language, typeof en>> = {en, ja};
