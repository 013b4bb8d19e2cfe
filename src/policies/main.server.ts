import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import type * as z from 'zod';
import {readSite} from '../catalog/read-catalog.server.ts';
import {readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {parseSources} from '../catalog/source.ts';
import {CommandError, UsageError} from '../command/command-error.ts';
import {readWords, runCommand} from '../command/run-command.server.ts';
import {registers, type Exception} from '../registers/contract.ts';
import {checkPlan} from './check-plan.ts';
import {Plan} from './contract.ts';
import {planText} from './plan-text.ts';
import {sayJudged} from './say-judged.ts';

const root = resolve(import.meta.dirname, '../..');
const usage = 'npm run policies -- PLAN.json… [--format pretty|json]; terraform show -json PLAN writes one';

/** `npm run policies`: exit 0 when nothing is refused, 1 when something is. */
await runCommand({usage, failed: 'policies could not run'}, (args) => {
  const {values, positionals} = readWords(args, {options: {format: {type: 'string', default: 'pretty'}}, allowPositionals: true});
  if (positionals.length === 0) throw new UsageError('found no plan, expected one');
  if (!['pretty', 'json'].includes(values.format)) throw new UsageError(`unexpected format '${values.format}', expected pretty or json`);
  // The day of the sample while there is one, as for lint.
  const today = readSite(root).as_of ?? new Date().toISOString().slice(0, 10);
  const options = {today, exceptions: readExceptions()};
  const plans = positionals.map((file) => ({file, ...checkPlan(readPlan(file), options)}));
  process.stdout.write(values.format === 'json' ? `${JSON.stringify(plans, null, 2)}\n` : plans.map(sayJudged).join(''));
  return plans.some(({breaches}) => breaches.some(({excusedBy}) => excusedBy === undefined)) ? 1 : 0;
});

function readPlan(file: string): Plan {
  const text = planText(file, readFileSync(file));
  let plan: unknown;
  try {
    plan = JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${file}: found what is no JSON, expected what terraform show -json writes`, {cause: error});
  }
  const result = Plan.safeParse(plan);
  if (result.success) return result.data;
  throw new CommandError(
    [`${file}: found no plan, expected what terraform show -json writes`, ...result.error.issues.map(sayIssue)].join('\n  '),
  );
}

function sayIssue({path, message}: z.core.$ZodIssue): string {
  return `${path.map(String).join('.') || 'the whole'}: ${message}`;
}

function readExceptions(): readonly Exception[] {
  const slips: Slip[] = [];
  const file = 'data/registers/exceptions.yaml';
  const text = readText(root, file, slips);
  const read = text === undefined ? undefined : parseSources(file, text, slips)[0]?.check(registers.exceptions, slips);
  if (slips.length > 0) throw new SlipError(slips);
  return read?.entries ?? [];
}
