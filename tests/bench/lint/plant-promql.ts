import {fencesOf} from '../../../src/lint/content.ts';
import type {Page} from '../../../src/lint/repository.ts';
import {insertLines, replaceAt} from './edit.ts';
import {onData, onPage, type Edit, type Planter} from './fault.ts';
import type {Random} from './random.ts';

/** Faults of queries. */
export const promqlPlanters: readonly Planter[] = [
  onPage('promql-parses', 'a bracket that is gone', (page, random) =>
    change(page, random, (text) => {
      const brackets = [...text.matchAll(/[)\]}]/g)];
      const gone = random.pick(brackets);
      return gone === undefined ? undefined : text.slice(0, gone.index) + text.slice(gone.index + 1);
    }),
  ),
  onPage('promql-parses', 'a word that is no operator', (page, random) => change(page, random, (text) => `${text} also up`)),
  onPage('promql-no-vector-zero', 'absence that looks like zero', (page, random) => change(page, random, (text) => `${text} or vector(0)`)),
  onData({rule: 'promql-no-vector-zero', name: 'absence that looks like zero, in an alert', folder: 'data/alerts/'}, (text, random) => {
    const lines = text.split('\n');
    const starts = lines.flatMap((line, i) => (/^ +expr: [a-z]/.test(line) && !line.includes('vector') ? [i] : []));
    const at = random.pick(starts);
    if (at === undefined) return undefined;
    lines[at] += ' or vector(0)';
    return {text: lines.join('\n'), lines: [at + 1, at + 1]};
  }),
  onPage('shell-parses', 'a query in a fence for a shell', (page, random) => {
    const last = random.pick(page.tree.children.filter(({type}) => type === 'paragraph'))?.position?.end.line;
    if (last === undefined) return undefined;
    const query = random.pick([
      'sum by (pod) (rate(errors_total[5m])) > 0',
      'max(up{job="shop"}) by (instance)',
      'rate(errors_total{code="500"}[5m])',
    ]);
    const {text} = insertLines(page.text, last + 1, ['', '```bash', query ?? '', '```']);
    return {text, lines: [last + 2, last + 4]};
  }),
];

function change(page: Page, random: Random, as: (text: string) => string | undefined): Edit | undefined {
  const fence = random.pick(fencesOf(page.tree).filter(({lang, text}) => lang === 'promql' && !/[<…#]|\.\.\.|^\$ /m.test(text)));
  const text = fence === undefined ? undefined : as(fence.text);
  const at = fence === undefined ? -1 : page.text.indexOf(fence.text, fence.node.position?.start.offset);
  if (fence === undefined || text === undefined || at === -1) return undefined;
  const edit = replaceAt(page.text, [at, at + fence.text.length], text);
  return {text: edit.text, lines: [fence.line, fence.node.position?.end.line ?? fence.line]};
}
