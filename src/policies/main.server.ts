import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {parse} from 'yaml';
import * as z from 'zod';
import {Site} from '../catalog/contract.ts';
import {registers} from '../registers/contract.ts';
import {checkPlan} from './check-plan.ts';
import {Plan} from './contract.ts';
import {sayJudged} from './say-judged.ts';

/** `npm run policies -- PLAN.json…`: exit 0 when nothing is refused, 1 when something is, 2 when a plan cannot be read. */
const root = resolve(import.meta.dirname, '../..');

try {
  const {values, positionals} = parseArgs({options: {format: {type: 'string', default: 'pretty'}}, allowPositionals: true});
  if (positionals.length === 0 || !['pretty', 'json'].includes(values.format))
    throw new Error('found no plan, expected npm run policies -- PLAN.json [--format pretty|json]; terraform show -json PLAN writes one');
  const options = {today: today(), exceptions: readYaml('data/registers/exceptions.yaml', registers.exceptions)?.entries ?? []};
  const plans = positionals.map((file) => ({file, ...checkPlan(readPlan(file), options)}));
  const isRefused = plans.some(({breaches}) => breaches.some(({excusedBy}) => excusedBy === undefined));
  process.stdout.write(values.format === 'json' ? `${JSON.stringify(plans, null, 2)}\n` : plans.map(sayJudged).join(''));
  process.exitCode = isRefused ? 1 : 0;
} catch (error) {
  process.stderr.write(`policies: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

function readPlan(file: string): Plan {
  let plan: unknown;
  try {
    plan = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read, expected what terraform show -json writes`, {cause: error});
  }
  const result = Plan.safeParse(plan);
  if (!result.success) throw new Error(`${file} is no plan, expected what terraform show -json writes: ${z.prettifyError(result.error)}`);
  return result.data;
}

function readYaml<T>(file: string, schema: z.ZodType<T>): T | undefined {
  const path = resolve(root, file);
  if (!existsSync(path)) return undefined;
  const result = schema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** The day of the sample while there is one, as for lint. */
function today(): string {
  return readYaml('data/site.yaml', Site)?.as_of ?? new Date().toISOString().slice(0, 10);
}
