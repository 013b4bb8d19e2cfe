import type {Language} from '../../catalog/contract.ts';
import {messages as en} from './messages.en.ts';
import {messages as ja} from './messages.ja.ts';

/** Why a value is not put into a command, in every language. */
export const messages: Readonly<Record<Language, typeof en>> = {en, ja};
