import type {Code, Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {isShell} from '../../runbook/commands/mark-places.ts';
import {fencesOf} from '../content.ts';
import {followed} from '../shell/declared.ts';
import {findChanges} from '../shell/find-changes.ts';
import {scriptsIn} from '../shell/scripts-of.ts';
import {sqlChange} from '../shell/sql-change.ts';
import {fencesWithin, stepNodesOf, tagOf} from '../steps.ts';
import {literalProp, wordsOf} from '../words.ts';

interface Found {
  readonly what: string;
  readonly start: {readonly line: number; readonly column: number};
  readonly end: {readonly line: number; readonly column: number};
}

const form = '<Step kind="change"> with an <Undo>';

/** Whoever changes something at night knows before how to take it back, or that it cannot be. */
export const changeNeedsUndo = lintRule<Root>({origin: 'handbook-lint:change-needs-undo'}, (tree, file) => {
  const steps = stepNodesOf(tree);
  if (steps.length === 0 && followed(tree) === undefined) return;
  const changes = changesOf(tree);
  for (const {id, isChange, node, undos, fences} of steps) {
    // The first is enough: the others are mended with it.
    const [first] = [...fences].flatMap((fence) => changes.get(fence) ?? []);
    if (!isChange && first !== undefined) file.message(`Unexpected ${quoted(first)} in the check "${id}", expected it in a ${form}`, first);
    if (!isChange) continue;
    if (undos.length === 0)
      file.message(`Unexpected change "${id}" without <Undo>, expected one, or <Undo none="the reason why there is none" />`, tagOf(node));
    for (const undo of undos)
      if (undo.children.length === 0 && (literalProp(undo, 'none') ?? '').trim() === '')
        file.message(
          'Unexpected <Undo> that says nothing, expected how to take the change back, or none="the reason why that cannot be done"',
          tagOf(undo),
        );
  }
  if (followed(tree) === undefined) return;
  const within = fencesWithin(wordsOf(tree).flatMap(({name, node}) => (name === 'Step' || name === 'Undo' ? [node] : [])));
  for (const [fence, [first]] of changes)
    if (!within.has(fence) && first !== undefined)
      file.message(`Unexpected ${quoted(first)} outside of a step, expected it in a ${form}`, first);
});

function quoted({what}: Found): string {
  return `change "${what}"`;
}

/** What each fence that is handed to a shell or a database changes. */
function changesOf(tree: Root): ReadonlyMap<Code, readonly Found[]> {
  return new Map(
    fencesOf(tree).flatMap((fence): [Code, Found[]][] => {
      if (isShell(fence.lang)) {
        const found = scriptsIn(fence).flatMap(({text, placeAt}) =>
          findChanges(text).map(({what, from, to}) => ({what, start: placeAt(from), end: placeAt(to)})),
        );
        return [[fence.node, found]];
      }
      const verb = fence.lang.toLowerCase() === 'sql' ? sqlChange(fence.text) : undefined;
      const start = {line: fence.line + 1, column: fence.column};
      return verb === undefined ? [] : [[fence.node, [{what: verb, start, end: start}]]];
    }),
  );
}
