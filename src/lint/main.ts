import {existsSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {runKnip} from './engines/knip.ts';
import {fixWithOxlint, runOxlint} from './engines/oxlint.ts';
import {runPrettier} from './engines/prettier.ts';
import {ToolError} from './engines/run-tool.ts';
import {inOrder, type Finding} from './finding.ts';
import {lintTree} from './lint-tree.server.ts';
import {formats, report, type Format} from './report.ts';

const root = resolve(import.meta.dirname, '../..');
const usage = `npm run lint -- [--format ${formats.join('|')}] [--fix] [PATH…]`;

class UsageError extends Error {}

interface Options {
  readonly format: Format;
  readonly fix: boolean;
  /** Files and folders below the root to report on, and to mend; none means all. */
  readonly paths: readonly string[];
  /** Whether a file is among them. Everything is read all the same. */
  readonly only: (file: string) => boolean;
}

try {
  const options = readOptions(process.argv.slice(2));
  const findings = inOrder(await lint(options)).filter(({file}) => options.only(file));
  process.stdout.write(report(findings, options.format));
  process.exitCode = findings.some(({severity}) => severity === 'error') ? 1 : 0;
} catch (error) {
  const known = error instanceof UsageError || error instanceof ToolError;
  process.stderr.write(`lint could not run: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}

async function lint({fix, paths, only}: Options): Promise<Finding[]> {
  // First, because what is mended is not to be reported.
  if (fix) {
    await fixWithOxlint(root, paths);
    await runPrettier(root, {fix, only});
  }
  const parts = await Promise.all([lintTree(root), runOxlint(root), runPrettier(root, {only}), runKnip(root)]);
  return parts.flat();
}

function readOptions(args: string[]): Options {
  try {
    const {values, positionals} = parseArgs({
      args,
      allowPositionals: true,
      options: {format: {type: 'string', default: 'pretty'}, fix: {type: 'boolean', default: false}},
    });
    const format = formats.find((known) => known === values.format);
    if (format === undefined) throw new Error(`unexpected format '${values.format}', expected one of ${formats.join(', ')}`);
    const paths = positionals.map((path) => {
      if (!existsSync(resolve(path))) throw new Error(`no such file or folder: ${path}`);
      return relative(root, resolve(path));
    });
    return {
      format,
      fix: values.fix,
      paths,
      only: (file) => paths.length === 0 || paths.some((path) => path === '' || file === path || file.startsWith(join(path, '/'))),
    };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
