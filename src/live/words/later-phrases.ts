import type {Language} from '../../catalog/contract.ts';
import {laterPhrases as en} from './later-phrases.en.ts';
import {laterPhrases as ja} from './later-phrases.ja.ts';

/** What is said only in what a reader opens: the evidence, the table, the chart. They come with it, and no page carries them before. */
export const laterPhrases: Readonly<Record<Language, typeof en>> = {en, ja};
