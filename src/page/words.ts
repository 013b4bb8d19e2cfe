import type * as z from 'zod';
import {words as live} from '../live/contract.ts';
import {words as registers} from '../registers/contract.ts';
import {words as retro} from '../retro/contract.ts';
import {words as runbook} from '../runbook/contract.ts';

/** Every word that authors may write, with the schema of its props. */
export const words: Readonly<Record<string, z.ZodObject>> = {...live, ...registers, ...retro, ...runbook};
