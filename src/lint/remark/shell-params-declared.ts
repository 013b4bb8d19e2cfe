import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {isCommand, isShell} from '../../runbook/commands/mark-places.ts';
import {shellFaults} from '../../runbook/commands/shell-faults.ts';
import {fencesOf, placeInFence, type Fence} from '../content.ts';
import {followed} from '../shell/declared.ts';
import {scriptsIn} from '../shell/scripts-of.ts';
import {unsetVariables, type Use} from '../shell/variables.ts';

interface Variable {
  readonly name: string;
  readonly start: {readonly line: number; readonly column: number};
  readonly end: {readonly line: number; readonly column: number};
}

/** What a command takes from outside is declared, so that the page can ask for it; and what is asked for is used. */
export const shellParamsDeclared = lintRule<Root>({origin: 'handbook-lint:shell-params-declared'}, (tree, file) => {
  const page = followed(tree);
  if (page === undefined) return;
  const fences = fencesOf(tree).filter(({lang}) => isCommand(lang));
  const declared = new Set(page.params.map(({name}) => name));
  const said = new Set<string>();
  for (const {name, start, end} of fences.flatMap(variablesOf)) {
    if (declared.has(name) || said.has(name)) continue;
    said.add(name);
    file.message(`Unexpected $${name} that nothing sets, expected ${expectation(declared)}`, {start, end});
  }
  const used = fences.map(({text}) => text).join('\n');
  for (const {name, line, column} of page.params) {
    if (new RegExp(String.raw`\$\{?[#!]?${name}\b`).test(used)) continue;
    const end = {line, column: column + name.length};
    file.message(`Unexpected parameter ${name} that no command uses, expected "$${name}" in a command, or no such parameter`, {
      start: {line, column},
      end,
    });
  }
});

function expectation(declared: ReadonlySet<string>): string {
  return `it in params${declared.size === 0 ? '' : `, one of ${[...declared].join(', ')}`}, or set in the same fence`;
}

/** A fence of several scripts is one shell. What does not parse is the concern of `shell-parses`. */
function variablesOf(fence: Fence): Variable[] {
  if (!isShell(fence.lang)) {
    const lines = fence.text.split('\n');
    return lines.flatMap((line, at) =>
      [...line.matchAll(/\$(?:\{([A-Z][A-Z0-9_]*)\}|([A-Z][A-Z0-9_]*)\b)/g)].map(({0: whole, 1: braced, 2: plain, index}) => ({
        name: braced ?? plain ?? '',
        start: placeInFence(fence, at, index),
        end: placeInFence(fence, at, index + whole.length),
      })),
    );
  }
  const scripts = scriptsIn(fence);
  if (scripts.some(({text}) => shellFaults(text).length > 0)) return [];
  const unset = new Set(unsetVariables(scripts.map(({text}) => text).join('\n')).map(({name}) => name));
  return scripts.flatMap(({text, placeAt}) =>
    unsetVariables(text)
      .filter(({name}: Use) => unset.has(name))
      .map(({name, from, to}) => ({name, start: placeAt(from), end: placeAt(to)})),
  );
}
