import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export interface Refusal {
  /** Line and column (from 1) of a rule file, or within the expression at this place of the list. */
  readonly in: string | number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Longest time that promtool may take. */
const limitMs = 20_000;

/**
 * What `promtool check rules` says of the expressions in these rule files and in this list: it knows the types of functions, which a parser does
 * not. Nothing when it is not on the PATH. What it says of the shape of a file, or of a function that it does not know, is left out: it may be older
 * than the Prometheus that is asked.
 */
export function askPromtool(
  root: string,
  {files, expressions}: {readonly files: readonly string[]; readonly expressions: readonly string[]},
): Refusal[] {
  if (files.length === 0 && expressions.length === 0) return [];
  // A rule file of its own, because promtool opens files only.
  const folder = mkdtempSync(join(tmpdir(), 'handbook-promql-'));
  try {
    const own = join(folder, 'expressions.json');
    const groups = expressions.map((expr, at) => ({name: `expression ${at}`, rules: [{record: 'asked', expr}]}));
    writeFileSync(own, JSON.stringify({groups}));
    const {stderr, error} = spawnSync('promtool', ['check', 'rules', ...files, own], {cwd: root, encoding: 'utf8', timeout: limitMs});
    return error === undefined ? readRefusals(stderr, own) : [];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const refusal =
  /^\s*(\S+): (\d+):(\d+): group "(?:expression (\d+))?.*?: could not parse expression: (?:(\d+):(\d+): )?(?:parse error: )?(.*)$/gm;

function readRefusals(text: string, own: string): Refusal[] {
  return [...text.matchAll(refusal)].flatMap(
    ([, file = '', line, column, at, innerLine = '1', innerColumn = '1', message = '']): Refusal[] => {
      if (message.startsWith('unknown function')) return [];
      if (file === own) return [{in: Number(at), line: Number(innerLine), column: Number(innerColumn), message}];
      return [{in: file, line: Number(line), column: Number(column), message}];
    },
  );
}
