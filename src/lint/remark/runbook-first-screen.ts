import type {Code, Node, Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {EXIT, SKIP, visit} from 'unist-util-visit';
import type {Place} from '../../catalog/model.ts';
import {isCommand} from '../../runbook/commands/mark-places.ts';
import {field, frontMatterOf, idOf} from '../content.ts';
import {literalProp, wordsOf, type Word} from '../words.ts';

/** In letters; a Japanese one counts as two. */
const widest = {title: 60, impact: 140} as const;
const mostParams = 6;
const mostWords = 200;
/** Sections that the incident lane folds away. */
const folded = new Set(['meaning', 'impact']);

/** Whoever was woken sees on a phone, without scrolling far, what is wrong and the first command, and that command only looks. */
export const runbookFirstScreen = lintRule<Root>({origin: 'handbook-lint:runbook-first-screen'}, (tree, file) => {
  const frontMatter = frontMatterOf(tree, file.path);
  if (frontMatter === undefined || field(frontMatter, 'kind') !== 'runbook') return;
  const say = (message: string, {line, column}: Pick<Place, 'line' | 'column'>): void => void file.message(message, {line, column});

  for (const [name, limit] of Object.entries(widest)) {
    const text = field(frontMatter, name);
    const width = typeof text === 'string' ? widthOf(text) : 0;
    if (width > limit)
      say(
        `Unexpected ${name} as wide as ${width} letters, expected at most ${limit} (${limit / 2} in Japanese)`,
        frontMatter.place([name]),
      );
  }
  const params = field(frontMatter, 'params');
  if (Array.isArray(params) && params.length > mostParams)
    say(
      `Unexpected ${params.length} parameters to fill, expected at most ${mostParams}: split the page, or let a step find the rest`,
      frontMatter.place(['params', mostParams]),
    );
  const first = wordsOf(tree).find(({name}) => name === 'Step');
  if (first !== undefined && literalProp(first.node, 'kind') === 'change')
    say('Unexpected change as the first step, expected a check: who was just woken looks before they change anything', first);

  const reading = readToFirstCommand(tree, [
    field(frontMatter, 'title'),
    field(frontMatter, 'impact'),
    field(frontMatter, 'access_needed'),
  ]);
  if (reading !== undefined && reading.count > mostWords)
    say(`Unexpected ${reading.count} words before the first command of a check, expected at most ${mostWords}`, reading);
});

/** As wide as on a screen: what is set square counts as two. */
function widthOf(text: string): number {
  return [...graphemes.segment(text)].reduce((width, {segment}) => width + (square.test(segment) ? 2 : 1), 0);
}
const graphemes = new Intl.Segmenter('ja', {granularity: 'grapheme'});
const square = /[\p{Script=Han}\u3000-\u30FF\uFF01-\uFF60\p{Emoji_Presentation}]/u;

/**
 * How many words the incident lane shows above the first command that can be copied, as far as the source tells, and where that command stands.
 * Undefined when no check has a command.
 */
function readToFirstCommand(tree: Root, header: readonly unknown[]): {count: number; line: number; column: number} | undefined {
  const command = firstCommand(tree);
  if (command === undefined) return undefined;
  let count = countWords(header.flat().join('\n'));
  let isFolded = false;
  visit(tree, (node) => {
    if (node === command) return EXIT;
    if (node.type === 'yaml') return SKIP;
    if (node.type === 'heading' && node.depth === 2) isFolded = folded.has(idOf(node) ?? '');
    if (isFolded) return undefined;
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') count += countWords(node.value);
    if (isWord(node)) count += countWords(['title', 'when', 'none'].map((name) => literalProp(node, name)).join('\n'));
    return undefined;
  });
  return {count, line: command.position?.start.line ?? 1, column: command.position?.start.column ?? 1};
}

/** With the button that copies it. */
function firstCommand(tree: Root): Code | undefined {
  let found: Code | undefined;
  for (const {name, node} of wordsOf(tree)) {
    if (name !== 'Step' || literalProp(node, 'kind') !== 'check') continue;
    visit(node, 'code', (code) => {
      if (!isCommand(code.lang ?? '')) return undefined;
      found = code;
      return EXIT;
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWord(node: Node): node is Word {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function countWords(text: string): number {
  return [...segmenter.segment(text)].filter(({isWordLike}) => isWordLike === true).length;
}
/** One for both languages: it splits Japanese by its dictionary, and English as every locale does. */
const segmenter = new Intl.Segmenter('ja', {granularity: 'word'});
