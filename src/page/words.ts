import type * as z from 'zod';
import {words as live} from '../live/contract.ts';
import {words as registers} from '../registers/contract.ts';
import {words as retro} from '../retro/contract.ts';
import {words as runbook} from '../runbook/contract.ts';

const all = {...live, ...registers, ...retro, ...runbook};

/** Each word by its name, for the types of pages. */
export type Words = typeof all;

/** Every word that authors may write, with the schema of its props. */
export const words: Readonly<Record<string, z.ZodObject>> = all;
