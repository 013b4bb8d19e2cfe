import type {Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Language} from '../../catalog/contract.ts';

/** A run of text that a reader takes in at one go: a paragraph, a heading, a cell, a title. */
export interface Passage {
  readonly language: Language;
  /** Where it starts in its file, counted in UTF-16 units from 0. */
  readonly start: number;
  /** As it is written, unit for unit: markup is blanked, and code is filled with `hole`, so that no word is found there and no two words meet. */
  readonly words: string;
  /** Whether it stands in the body of a page, where the tree knows it, or is a string of its own. */
  readonly kind: 'body' | 'string';
}

/** Stands for what is not prose but takes a word's place in it. */
const hole = '\uFFFC';

const blocks = new Set(['paragraph', 'heading', 'tableCell']);
/** An address, or the path of a page. */
const address = /\bhttps?:\/\/[^\s)>\]」）]+|(?<![^\s([、（])\/[\w/.-]+/g;

/** The passages of the body of a page, without front matter, code, addresses and components. */
export function passagesOf(tree: Root, text: string, language: Language): Passage[] {
  const passages: Passage[] = [];
  visit(tree, (node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (!blocks.has(node.type) || start === undefined || end === undefined) return;
    passages.push({language, start, words: wordsIn(node, {text, start, end}), kind: 'body'});
  });
  return passages;
}

/** A string for readers that stands in a file from `start`. */
export function stringPassage(text: string, {start, end, language}: {start: number; end: number; language: Language}): Passage {
  return {language, start, words: withoutAddresses(text.slice(start, end)), kind: 'string'};
}

function wordsIn(block: Nodes, {text, start, end}: {text: string; start: number; end: number}): string {
  const parts: string[] = [];
  let at = start;
  const blank = (to: number): void => {
    parts.push(' '.repeat(Math.max(0, to - at)));
    at = Math.max(at, to);
  };
  visit(block, (node) => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    // A cell's escaped bar makes text without a place of its own.
    if (from === undefined || to === undefined || from < at) return;
    if (node.type === 'text' || node.type === 'textDirective') {
      blank(from);
      parts.push(withoutAddresses(text.slice(from, to)));
      at = to;
    } else if (node.type === 'inlineCode' || (node.type === 'mdxJsxTextElement' && node.children.length === 0)) {
      blank(from);
      parts.push(hole.repeat(to - from));
      at = to;
    } else if (node.type === 'image' && (node.alt ?? '') !== '') {
      blank(from + 2);
      const alt = text.slice(from + 2, to).slice(0, node.alt?.length);
      parts.push(alt);
      at += alt.length;
    }
  });
  blank(end);
  return parts.join('');
}

function withoutAddresses(words: string): string {
  return words.replace(address, (found) => hole.repeat(found.length));
}
