import type {Finding} from './finding.ts';

export const formats = ['pretty', 'json'] as const;
export type Format = (typeof formats)[number];

/** The one reporter, for whatever found it. */
export function report(findings: readonly Finding[], format: Format): string {
  return format === 'json' ? `${JSON.stringify(findings.map(asWritten), null, 2)}\n` : pretty(findings);
}

function asWritten({file, line, column, rule, severity, message}: Finding): Finding {
  return {file, line, column, rule, severity, message};
}

function pretty(findings: readonly Finding[]): string {
  const errors = findings.filter(({severity}) => severity === 'error').length;
  const files = [...Map.groupBy(findings, ({file}) => file)].map(([file, inFile]) => {
    const lines = inFile.map(
      ({line, column, severity, message, rule}) => `  ${`${line}:${column}`.padEnd(8)}${severity.padEnd(9)}${message}  ${rule}`,
    );
    return `${file}\n${lines.join('\n')}\n\n`;
  });
  return `${files.join('')}${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}\n`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
