import * as z from 'zod';
import type {Finding} from '../finding.ts';
import {parseOutput, runTool} from './run-tool.ts';

const Output = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().optional(),
      severity: z.string(),
      filename: z.string(),
      labels: z.array(z.object({span: z.object({line: z.number(), column: z.number()})})).optional(),
    }),
  ),
  number_of_files: z.number().positive(),
});

/** TypeScript and TSX, with the types of the program known: in these paths, or everywhere. */
export async function runOxlint(root: string, paths: readonly string[] = []): Promise<Finding[]> {
  const output = await runTool(root, 'oxlint', ['--type-aware', '--format', 'json', ...paths]);
  return Output.parse(parseOutput('oxlint', output)).diagnostics.map(({message, code, severity, filename, labels}) => ({
    file: filename,
    line: labels?.[0]?.span.line ?? 1,
    column: labels?.[0]?.span.column ?? 1,
    rule: code ?? 'oxlint',
    severity: severity === 'warning' ? 'warning' : 'error',
    message,
  }));
}

/** Mends what oxlint can mend safely, in these paths or everywhere. What is left is for the next look at it. */
export async function fixWithOxlint(root: string, paths: readonly string[]): Promise<void> {
  await runTool(root, 'oxlint', ['--type-aware', '--fix', ...paths]);
}
