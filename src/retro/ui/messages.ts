import type {Language} from '../../catalog/contract.ts';
import {messages as en} from './messages.en.ts';
import {messages as ja} from './messages.ja.ts';

export type Messages = typeof en;

/** What the board says, in both languages. */
export const messages: Readonly<Record<Language, Messages>> = {en, ja};
