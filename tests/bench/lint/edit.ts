import type {Nodes, Text} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import {fencesOf, type Fence} from '../../../src/lint/content.ts';
import type {Page} from '../../../src/lint/repository.ts';
import type {Edit} from './fault.ts';
import type {Random} from './random.ts';

/** Puts `added` in place of what stands from one offset to another; the fault is on the lines of what was added. */
export function replaceAt(text: string, [from, to]: readonly [number, number], added: string): Edit {
  const line = lineAt(text, from);
  return {text: text.slice(0, from) + added + text.slice(to), lines: [line, line + added.split('\n').length - 1]};
}

/** Puts lines before the line `line`, counted from 1. */
export function insertLines(text: string, line: number, added: readonly string[]): Edit {
  const lines = text.split('\n');
  lines.splice(line - 1, 0, ...added);
  return {text: lines.join('\n'), lines: [line, line + added.length - 1]};
}

/** One of the matches, in place of which `added` stands. */
export function replaceMatch(text: string, pattern: RegExp, random: Random, added: (match: RegExpExecArray) => string): Edit | undefined {
  const match = random.pick([...text.matchAll(pattern)]);
  return match === undefined ? undefined : replaceAt(text, [match.index, match.index + match[0].length], added(match));
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

export function offsetsOf(node: Nodes): readonly [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

/** A block of its own between two others, somewhere in the page where nothing holds it. */
export function insertBlock(page: Page, random: Random, block: readonly string[]): Edit | undefined {
  const before = random.pick(page.tree.children.filter(({type}) => ['paragraph', 'list', 'code', 'table', 'blockquote'].includes(type)));
  const end = before?.position?.end.line;
  if (end === undefined) return undefined;
  const {text} = insertLines(page.text, end + 1, ['', ...block]);
  return {text, lines: [end + 2, end + 1 + block.length]};
}

/** Prose that stands in the page as it is read: no link, no heading, no escape. */
function proseOf({tree, text}: Page, {atLeast = 20} = {}): Text[] {
  const found: Text[] = [];
  visit(tree, (node) => {
    if (['heading', 'link', 'linkReference', 'tableCell', 'emphasis', 'strong'].includes(node.type)) return SKIP;
    if (node.type === 'text' && node.value.length >= atLeast && text.slice(...offsetsOf(node)) === node.value) found.push(node);
    return undefined;
  });
  return found;
}

/** Puts something between two words of the prose. */
export function insertWord(page: Page, random: Random, word: string): Edit | undefined {
  const node = random.pick(proseOf(page));
  if (node === undefined) return undefined;
  const gaps = [...node.value.matchAll(page.language === 'ja' ? /(?<=[はがをにで])(?=[\p{Script=Han}])/gu : /(?<=[a-z]) (?=[a-z])/g)];
  const gap = random.pick(gaps);
  if (gap === undefined) return undefined;
  const at = offsetsOf(node)[0] + gap.index;
  return replaceAt(page.text, [at, at + gap[0].length], page.language === 'ja' ? word : ` ${word} `);
}

/** Fences of commands alone: what lint makes of a session with prompts and output is its own affair, and so is a fence that does not end. */
export function commandFencesOf({tree, text: page}: Page): Fence[] {
  return fencesOf(tree).filter(({lang, text, node}) => {
    const isEnded = /^\s*[`~]{3,}$/m.test(
      page
        .slice(...offsetsOf(node))
        .split('\n')
        .at(-1) ?? '',
    );
    return /^(ba|z)?sh$|^shell$/.test(lang) && isEnded && !/^\s*([$%#>]|\S+@\S+[$#]) /m.test(text);
  });
}
