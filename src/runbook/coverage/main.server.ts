import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {SlipError} from '../../catalog/slip.ts';
import {CoverageError} from './fault.ts';
import {findCoverage} from './find-coverage.ts';
import {readOwnPages, readOwnRules} from './read-own.server.ts';
import {readPageTree} from './read-page-tree.server.ts';
import {readRuleTree} from './read-rule-tree.server.ts';
import {sayCoverage} from './say-coverage.ts';

const root = resolve(import.meta.dirname, '../../..');
const usage = 'npm run coverage -- [--rules DIR] [--runbooks DIR] [--format text|json] [--strict]';

/** Wrong words on the command line. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** `npm run coverage`: which alert has which runbook, both ways, of this handbook or of any two folders. */
function main(args: string[]): number {
  const {values} = readWords(args);
  const {rules, unread} = values.rules === undefined ? {rules: readOwnRules(root), unread: []} : readRuleTree(values.rules);
  const pages = values.runbooks === undefined ? readOwnPages(root) : readPageTree(values.runbooks);
  const coverage = findCoverage(rules, pages);
  const size = {rules: rules.length, pages: pages.length};
  process.stdout.write(
    values.format === 'json' ? `${JSON.stringify({...coverage, unread}, undefined, 2)}\n` : sayCoverage(coverage, {...size, unread}),
  );
  return values.strict && (coverage.missing.length > 0 || coverage.dead.length > 0) ? 1 : 0;
}

function readWords(args: string[]): {values: {rules?: string; runbooks?: string; format: string; strict: boolean}} {
  try {
    const {values} = parseArgs({
      args,
      options: {
        rules: {type: 'string'},
        runbooks: {type: 'string'},
        format: {type: 'string', default: 'text'},
        strict: {type: 'boolean', default: false},
      },
    });
    if (!['text', 'json'].includes(values.format)) throw new Error(`unexpected format '${values.format}', expected text or json`);
    return {values};
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof UsageError || error instanceof CoverageError || error instanceof SlipError;
  process.stderr.write(`coverage could not run: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}
