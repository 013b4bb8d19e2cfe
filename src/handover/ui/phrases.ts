import type {Language} from '../../catalog/contract.ts';
import {phrases as en} from './phrases.en.ts';
import {phrases as ja} from './phrases.ja.ts';

/** What the words of handover say, in both languages. */
export const phrases: Readonly<Record<Language, typeof en>> = {en, ja};
