import * as z from 'zod';
import type {Finding} from '../finding.ts';
import {parseOutput, runTool, ToolError} from './run-tool.ts';

const Entry = z.object({name: z.string(), line: z.number().optional(), col: z.number().optional()});
const Issue = z.record(z.string(), z.unknown()).and(z.object({file: z.string()}));
const Output = z.object({issues: z.array(Issue)});

const nouns: Readonly<Record<string, string>> = {
  files: 'file that nothing uses',
  dependencies: 'dependency that nothing uses',
  devDependencies: 'development dependency that nothing uses',
  optionalPeerDependencies: 'use of an optional peer dependency',
  unlisted: 'package that package.json does not list',
  binaries: 'command of no listed package',
  unresolved: 'import that leads nowhere',
  exports: 'export that nothing imports',
  types: 'exported type that nothing imports',
};

/** Files, exports and dependencies that nothing uses. */
export async function runKnip(root: string): Promise<Finding[]> {
  const output = await runTool(root, 'knip', ['--reporter', 'json', '--no-progress']);
  // 0: nothing, 1: findings, 2: knip itself failed, perhaps after it printed half of them.
  if (output.code !== 0 && output.code !== 1) throw new ToolError(`knip failed: ${output.stderr.trim()}`);
  return Output.parse(parseOutput('knip', output)).issues.flatMap((issue) =>
    Object.entries(issue).flatMap(([kind, found]) =>
      Entry.array()
        .catch([])
        .parse(found)
        .map(({name, line = 1, col = 1}) => ({
          file: issue.file,
          line,
          column: col,
          rule: `knip/${kind}`,
          severity: 'error' as const,
          message: `Unexpected ${nouns[kind] ?? kind}: ${name}`,
        })),
    ),
  );
}
