import type {Node, Root} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import {SlipError} from '../../catalog/slip.ts';
import {parsePage} from '../../lint/parse.ts';
import {literalProp, type Word} from '../../lint/words.ts';

/** A block of code as the author wrote it; `lang` is empty when none is named. Lines count from 1 in the page. */
export interface Fence {
  readonly lang: string;
  readonly text: string;
  readonly line: number;
}

export interface Step {
  readonly id: string;
  readonly kind: 'check' | 'change';
  readonly title: string;
  readonly line: number;
  /** What is run, in order. Fences in `<Expect>` and `<Otherwise>` show what is seen, and those in `<Undo>` stand in `undo`. */
  readonly fences: readonly Fence[];
  readonly expects: readonly {readonly match?: string; readonly line: number}[];
  readonly otherwise: readonly {readonly goto: string; readonly when?: string; readonly line: number}[];
  /** `none` is the reason why there is none. */
  readonly undo?: {readonly fences: readonly Fence[]; readonly none?: string; readonly line: number};
}

/**
 * The steps of a page, in the order of the page; none for a page without any. What is missing in a step is empty here: that every step has an id
 * and every change an undo is checked elsewhere.
 *
 * @throws {SlipError} when the page is no MDX.
 */
export function readSteps(markdown: string, file = 'page.mdx'): Step[] {
  // A checkout on Windows ends its lines otherwise, and is the same page.
  const tree = parsePage(file, markdown.replaceAll(/\r\n?/g, '\n'));
  if ('rule' in tree) {
    const {line, column, message} = tree;
    throw new SlipError([{file, line, column, found: `what is no MDX (${message})`, expected: 'a page'}]);
  }
  const steps: Step[] = [];
  visit(tree, (node) => {
    if (!isWord(node) || node.name !== 'Step') return undefined;
    steps.push(readStep(node));
    return SKIP;
  });
  return steps;
}

function readStep(step: Word): Step {
  const expects: {match?: string; line: number}[] = [];
  const otherwise: {goto: string; when?: string; line: number}[] = [];
  let undo: Step['undo'];
  visit(step, (node) => {
    if (!isWord(node)) return;
    const line = lineOf(node);
    if (node.name === 'Expect') expects.push({line, ...optional('match', literalProp(node, 'match'))});
    else if (node.name === 'Otherwise')
      otherwise.push({line, goto: literalProp(node, 'goto') ?? '', ...optional('when', literalProp(node, 'when'))});
    else if (node.name === 'Undo')
      undo = {line, fences: [...(undo?.fences ?? []), ...fencesIn(node, [])], ...optional('none', literalProp(node, 'none'))};
  });
  return {
    id: literalProp(step, 'id') ?? '',
    kind: literalProp(step, 'kind') === 'change' ? 'change' : 'check',
    title: literalProp(step, 'title') ?? '',
    line: lineOf(step),
    fences: fencesIn(step, ['Expect', 'Otherwise', 'Undo']),
    expects,
    otherwise,
    ...optional('undo', undo),
  };
}

/** The fences of a word, except those within these other words. */
function fencesIn(word: Word, except: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  visit(word, (node) => {
    if (isWord(node) && except.includes(node.name ?? '')) return SKIP;
    if (node.type === 'code') fences.push({lang: node.lang ?? '', text: node.value, line: lineOf(node)});
    return undefined;
  });
  return fences;
}

/** A word that stands on one line with its text is no block yet; the site makes it one. */
function isWord(node: Node): node is Word {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function lineOf({position}: Pick<Root, 'position'>): number {
  return position?.start.line ?? 1;
}

function optional<K extends string, V>(key: K, value: V | undefined): {readonly [key in K]?: V} {
  return value === undefined ? {} : ({[key]: value} as {[key in K]: V});
}
