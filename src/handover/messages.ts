import type {Language} from '../catalog/contract.ts';
import {messages as en} from './messages.en.ts';
import {messages as ja} from './messages.ja.ts';

/** What a note says around the facts, in both languages. */
export const messages: Readonly<Record<Language, typeof en>> = {en, ja};
