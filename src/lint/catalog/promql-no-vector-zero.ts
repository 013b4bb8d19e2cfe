import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join, relative} from 'node:path';
import {parseSources} from '../../catalog/source.ts';
import {fencesOf, offsetInFence} from '../content.ts';
import type {Remark} from '../finding.ts';
import type {CatalogRule} from '../rule.ts';
import {vectorZeros} from '../promql/vector-zeros.ts';

/** Where `data/` keeps PromQL, and the keys that hold it. */
const sources = ['data/alerts', 'data/slos', 'data/live.yaml'];
const keys = new Set(['expr', 'query', 'witness']);

/** `or vector(0)` makes of nobody knows a zero: a source that is gone then looks quiet, and an alert on it never fires. */
export const promqlNoVectorZero: CatalogRule = {
  id: 'promql-no-vector-zero',
  isLocal: true,
  check: ({root, pages}) => [
    ...pages.flatMap(({file, tree}) =>
      fencesOf(tree)
        .filter(({lang, text}) => lang.toLowerCase() === 'promql' && text.includes('vector'))
        .flatMap((fence) =>
          vectorZeros(fence.text).map(({from, to}): Remark => ({
            file,
            ...offsetInFence(fence, from),
            end: offsetInFence(fence, to),
            message: say(fence.text.slice(from, to)),
          })),
        ),
    ),
    ...sources.flatMap((source) => yamlFiles(root, source)).flatMap((file) => inData(file, readFileSync(join(root, file), 'utf8'))),
  ],
};

function say(found: string): string {
  return `Unexpected or ${found}, which makes an absent series look like zero, expected the series alone, or 0 * a series that is always there`;
}

function inData(file: string, text: string): Remark[] {
  if (!/vector\s*\(/.test(text)) return [];
  const lines = text.split('\n');
  return parseSources(file, text, []).flatMap((source) =>
    expressionsIn(source.value).flatMap(({path, expr}) => {
      let {line, column} = source.place(path);
      return vectorZeros(expr).map(({from, to}): Remark => {
        // A block of YAML begins a line before its text: what was found stands on the next line that has it.
        const found = expr.slice(from, to);
        const at = lines.findIndex((one, n) => n >= line - 1 && one.includes(found, n === line - 1 ? column - 1 : 0));
        if (at >= 0) {
          column = (lines[at]?.indexOf(found, at === line - 1 ? column - 1 : 0) ?? 0) + 1;
          line = at + 1;
        }
        const end = {line, column: column + (at >= 0 ? found.length : 1)};
        const remark = {file, line, column, end, message: say(found)};
        column += 1;
        return remark;
      });
    }),
  );
}

function expressionsIn(
  value: unknown,
  path: readonly PropertyKey[] = [],
): {readonly path: readonly PropertyKey[]; readonly expr: string}[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return typeof inner === 'string' && keys.has(key) ? [{path: here, expr: inner}] : expressionsIn(inner, here);
  });
}

function yamlFiles(root: string, path: string): string[] {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  if (statSync(whole).isFile()) return [path];
  return readdirSync(whole, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('data/alerts/tests/'))
    .toSorted();
}
