import type {Language} from '../../catalog/contract.ts';
import {phrases as en} from './phrases.en.ts';
import {phrases as ja} from './phrases.ja.ts';

/** What the two pages of live state say, in both languages. */
export const phrases: Readonly<Record<Language, typeof en>> = {en, ja};
