import {resolve} from 'node:path';
import {ToolError} from './engines/run-tool.ts';
import {fix} from './fix/fix.server.ts';
import {lintAll} from './lint-all.server.ts';
import {readOptions, usage, UsageError} from './options.ts';
import {readWares} from './report/read-wares.server.ts';
import {report} from './report/report.ts';
import {readScope} from './scope.server.ts';

// `… | head` has read enough: that is no failure, and what was found keeps its exit code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** `npm run lint`: 0 no errors, 1 at least one error, 2 could not run. */
async function run(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options.help) return void process.stdout.write(usage);
  const scope = readScope(resolve(import.meta.dirname, '../..'), options);
  if (options.fix) for (const line of await fix(scope)) process.stderr.write(`${line}\n`);
  const outcome = await lintAll(scope, options);
  const isColoured = process.stdout.isTTY && process.stdout.hasColors();
  process.exitCode = outcome.findings.some(({severity}) => severity === 'error') ? 1 : 0;
  process.stdout.write(report(outcome.findings, options.format, readWares(scope.root, outcome, {isColoured})));
}

/** Never throws: what could not run is said in one line, and exits with 2. */
export async function runLint(args: readonly string[]): Promise<void> {
  try {
    await run(args);
  } catch (error) {
    const known = error instanceof UsageError || error instanceof ToolError;
    process.stderr.write(`lint could not run: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  }
}
