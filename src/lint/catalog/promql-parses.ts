import {promqlFault} from '../../catalog/promql.ts';
import {fencesOf, offsetInFence, placeInFence, type Fence} from '../content.ts';
import type {Remark} from '../finding.ts';
import {askPromtool} from '../promql/ask-promtool.ts';
import type {Repository} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';

/** A query that Prometheus cannot read gives an error in the one minute in which it is needed. That of a rule would never fire. */
export const promqlParses: CatalogRule = {
  id: 'promql-parses',
  isLocal: true,
  check: (repository) => {
    const fences = repository.pages.flatMap(({file, tree}) =>
      fencesOf(tree)
        .filter(({lang}) => lang.toLowerCase() === 'promql')
        .map((fence) => ({file, fence, at: promqlFault(fence.text)})),
    );
    const sound = fences.filter(({at}) => at === undefined);
    return [
      ...fences.flatMap(({file, fence, at}) => (at === undefined ? [] : [sayFault({file, fence, at})])),
      ...askPromtool(repository.root, {files: ruleFiles(repository), expressions: sound.map(({fence}) => fence.text)}).flatMap(
        ({in: where, line, column, message}): Remark[] => {
          const said = {message: `Unexpected PromQL that Prometheus refuses (${message}), expected an expression of the right types`};
          if (typeof where === 'string') return [{file: where, line, column, ...said}];
          const asked = sound[where];
          return asked === undefined ? [] : [{file: asked.file, ...placeInFence(asked.fence, line - 1, column - 1), ...said}];
        },
      ),
    ];
  },
};

/** Files of rules; none when `data/` has slips, which are said already. Those of Kubernetes resources promtool does not read. */
function ruleFiles({catalog}: Repository): readonly string[] {
  return catalog === undefined ? [] : [...new Set([...catalog.alerts.values()].flatMap(({rules}) => rules.map(({place}) => place.file)))];
}

function sayFault({file, fence, at}: {readonly file: string; readonly fence: Fence; readonly at: number}): Remark {
  const start = offsetInFence(fence, at);
  if (/^\s*[$%] /.test(fence.text)) return {file, ...start, message: 'Unexpected prompt in a promql fence, expected the expression alone'};
  const found = fence.text.slice(at).split(/[\s,(){}[\]]/)[0] ?? '';
  const next = found === '' ? fence.text.charAt(at) : found;
  const shown = next === '' ? 'an end' : next === '\n' ? 'a new line' : JSON.stringify(next);
  return {
    file,
    ...start,
    end: {line: start.line, column: start.column + Math.max(1, found.length)},
    message: `Unexpected ${shown}, expected PromQL`,
  };
}
