import {linesOf} from '../../src/lint/report/lines.ts';
import type {Wares} from '../../src/lint/report/wares.ts';

/** What a report needs, of these files and no others. */
export function wares(files: Readonly<Record<string, string>> = {}, more: Partial<Wares> = {}): Wares {
  return {
    lineOf: (file, line) => linesOf(files[file] ?? '')[line - 1],
    ruleOf: (id) => ({id, url: `https://handbook.example/reference/lint/${id}`}),
    rules: [{id: 'no-stub', description: 'A page is finished.', url: 'https://handbook.example/reference/lint/no-stub'}],
    home: 'https://handbook.example/reference/lint/',
    ran: {rules: 2, tools: ['markdownlint'], files: 3, cpuMs: 1234},
    isColoured: false,
    ...more,
  };
}
