import type * as z from 'zod';
import {words as accessLog} from '../access-log/contract.ts';
import {words as glossary} from '../glossary/contract.ts';
import {words as handover} from '../handover/contract.ts';
import {words as health} from '../health/contract.ts';
import {words as inventory} from '../inventory/contract.ts';
import {words as live} from '../live/contract.ts';
import {words as measures} from '../measures/contract.ts';
import {words as postmortem} from '../postmortem/contract.ts';
import {words as practices} from '../practices/contract.ts';
import {words as registers} from '../registers/contract.ts';
import {words as retro} from '../retro/contract.ts';
import {words as runbook} from '../runbook/contract.ts';

const all = {
  ...accessLog,
  ...glossary,
  ...handover,
  ...health,
  ...inventory,
  ...live,
  ...measures,
  ...postmortem,
  ...practices,
  ...registers,
  ...retro,
  ...runbook,
};

/** Each word by its name, for the types of pages. */
export type Words = typeof all;

/** Every word that authors may write, with the schema of its props. */
export const words: Readonly<Record<string, z.ZodObject>> = all;
