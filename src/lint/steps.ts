import type {Code, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {literalProp, wordsOf, type Word} from './words.ts';

/** A `<Step>` with what stands in it. */
export interface StepNode {
  readonly id: string;
  readonly isChange: boolean;
  readonly node: Word;
  readonly line: number;
  readonly column: number;
  readonly expects: readonly Word[];
  readonly undos: readonly Word[];
  /** All its fences but those of the undo; those of `<Expect>` and `<Otherwise>` with them. */
  readonly fences: ReadonlySet<Code>;
  /** Those that are run as the step itself. */
  readonly commands: ReadonlySet<Code>;
}

export function stepNodesOf(tree: Root): StepNode[] {
  return wordsOf(tree).flatMap(({name, node, line, column}) => {
    if (name !== 'Step') return [];
    const inner = wordsOf(node);
    const named = (wanted: string): Word[] => inner.flatMap((word) => (word.name === wanted ? [word.node] : []));
    const undone = fencesWithin(named('Undo'));
    const shown = fencesWithin([...named('Expect'), ...named('Otherwise')]);
    const fences = [...fencesWithin([node])].filter((fence) => !undone.has(fence));
    return {
      id: literalProp(node, 'id') ?? '',
      isChange: literalProp(node, 'kind') === 'change',
      node,
      line,
      column,
      expects: named('Expect'),
      undos: named('Undo'),
      fences: new Set(fences),
      commands: new Set(fences.filter((fence) => !shown.has(fence))),
    };
  });
}

/** Where the opening tag of a word stands, without its children. */
export function tagOf({name, position}: Word): {
  readonly start: {line: number; column: number};
  readonly end: {line: number; column: number};
} {
  const {line = 1, column = 1} = position?.start ?? {};
  return {start: {line, column}, end: {line, column: column + 1 + (name ?? '').length}};
}

export function fencesWithin(words: readonly (Word | Root)[]): ReadonlySet<Code> {
  const fences = new Set<Code>();
  for (const word of words) visit(word, 'code', (fence) => void fences.add(fence));
  return fences;
}
