import type {Language} from '../../catalog/contract.ts';
import {never as en} from './never.en.ts';
import {never as ja} from './never.ja.ts';

/** Why a place is never filled, in every language. */
export const never: Readonly<Record<Language, typeof en>> = {en, ja};
