import {resolve} from 'node:path';
import {UsageError} from '../../command/command-error.ts';
import {readWords, runCommand} from '../../command/run-command.server.ts';
import {findCoverage} from './find-coverage.ts';
import {readOwnPages, readOwnRules} from './read-own.server.ts';
import {readPageTree} from './read-page-tree.server.ts';
import {readRuleTree} from './read-rule-tree.server.ts';
import {sayCoverage} from './say-coverage.ts';

const root = resolve(import.meta.dirname, '../../..');
const usage = 'npm run coverage -- [--rules DIR] [--runbooks DIR] [--format text|json] [--strict]';

/** `npm run coverage`: which alert has which runbook, both ways, of this handbook or of any two folders. */
await runCommand({usage, failed: 'coverage could not run'}, (args) => {
  const {values} = readWords(args, {
    options: {
      rules: {type: 'string'},
      runbooks: {type: 'string'},
      format: {type: 'string', default: 'text'},
      strict: {type: 'boolean', default: false},
    },
  });
  if (!['text', 'json'].includes(values.format)) throw new UsageError(`unexpected format '${values.format}', expected text or json`);
  const {rules, unread} = values.rules === undefined ? {rules: readOwnRules(root), unread: []} : readRuleTree(values.rules);
  const pages = values.runbooks === undefined ? readOwnPages(root) : readPageTree(values.runbooks);
  const coverage = findCoverage(rules, pages);
  const size = {rules: rules.length, pages: pages.length};
  process.stdout.write(
    values.format === 'json' ? `${JSON.stringify({...coverage, unread}, undefined, 2)}\n` : sayCoverage(coverage, {...size, unread}),
  );
  return values.strict && (coverage.missing.length > 0 || coverage.dead.length > 0) ? 1 : 0;
});
