import {forEachChild, type Command, type HereDoc, type Redirection, type Script, type SyntaxNode} from 'unbash';
import {judgeWords} from './shell-arguments.ts';
import {knownWord} from './shell-words.ts';

/** A stretch of a fence in which nothing is filled. */
export interface Doubt {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** Syntax that every shell reads alike. All other makes a fence doubtful. */
const plain = new Set<SyntaxNode['type']>([
  ...([
    'Script',
    'Statement',
    'CompoundList',
    'CaseItem',
    'Elif',
    'Command',
    'Pipeline',
    'AndOr',
    'If',
    'For',
    'While',
    'Subshell',
  ] as const),
  ...(['BraceGroup', 'Case', 'Redirected', 'Word', 'Literal', 'Glob', 'SingleQuoted', 'DoubleQuoted', 'SimpleExpansion'] as const),
  ...(['ParameterExpansion', 'CommandExpansion', 'BraceExpansion', 'Assignment', 'Redirect', 'HereDoc', 'HereDocDelimiter'] as const),
  ...(['HereDocBody', 'Time', 'Negation', 'FileDescriptor'] as const),
]);

/**
 * What makes the reading of a fence uncertain, the narrowest stretch first. Shells differ, and so do a shell that reads a file and one that is typed
 * into: one quote that only one of them sees turns all that follows inside out. So a single doubt speaks against the whole fence, and in its own
 * stretch for its own reason.
 */
export function doubtsOf(source: string, script: Script): Doubt[] {
  const doubts: Doubt[] = [];
  const words: {readonly pos: number; readonly end: number}[] = [];
  const single: {readonly pos: number; readonly end: number}[] = [];
  const visit = (node: SyntaxNode): void => {
    const why = doubtOf(node);
    if (why !== undefined) doubts.push({from: node.pos, to: node.end, why});
    if (why !== undefined && node.type !== 'Redirected' && node.type !== 'Pipeline') return;
    if (node.type === 'HereDocBody' || (node.type === 'Word' && !node.text.includes('\n'))) words.push(node);
    if (node.type === 'SingleQuoted' && !node.text.includes('\n')) single.push(node);
    forEachChild(node, visit);
  };
  visit(script);
  const isIn = (ranges: typeof words, at: number): boolean => ranges.some(({pos, end}) => pos <= at && at < end);
  const whole = {from: 0, to: Infinity};
  const [first] = doubts;
  if (first !== undefined) doubts.push({...whole, why: first.why === 'unknown-program' ? first.why : 'syntax'});
  // A tab completes what is typed, where a terminal does not mark what is pasted.
  if (/[^\S \n\u3000]|(?!\n)\p{Cc}/u.test(source)) doubts.push({...whole, why: 'syntax'});
  // A shell that is typed into replaces these before it looks for quotes.
  const replaced = [...source.matchAll(/!(?![\s=]|$)|^\^/gm)].some(({index}) => !isIn(single, index));
  if (replaced) doubts.push({...whole, why: 'history'});
  // A zsh that is typed into knows no comments.
  for (const {index, 0: text} of source.matchAll(/(?<=^|[\s;&|()<>])#[^\n]*/g))
    if (/['"`<>$(){}[\]|&;\\!]/.test(text) && !isIn(words, index)) doubts.push({from: index, to: Infinity, why: 'comment'});
  return doubts.toSorted((a, b) => a.to - a.from - (b.to - b.from));
}

function doubtOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'ArithmeticExpansion':
    case 'ArithmeticCommand':
    case 'ArithmeticFor':
    case 'TestCommand':
      return 'arithmetic';
    case 'Function':
      return 'in-function';
    case 'ProcessSubstitution':
      return 'piped-on';
    case 'HereString':
      return 'stdin-is-code';
    case 'ParameterExpansion':
      return node.text === `\${${node.parameter}}` ? undefined : 'expansion';
    case 'LocaleString':
      return 'expansion';
    case 'AnsiCQuoted':
      return 'single-quotes';
    case 'CommandExpansion':
      return node.text.startsWith('$(') && node.script !== undefined ? undefined : 'backticks';
    case 'Assignment':
      return node.index === undefined && node.value.type === 'Word' ? undefined : 'syntax';
    case 'Pipeline':
      return node.operators.includes('|&') ? 'piped-on' : undefined;
    case 'Redirected':
      return node.redirects.every(isHarmless) ? undefined : 'redirect';
    case 'Command':
      return doubtOfCommand(node);
    default:
      return plain.has(node.type) ? undefined : 'syntax';
  }
}

function doubtOfCommand({name, args, redirects}: Command): string | undefined {
  if (name !== undefined && !judgeWords([name, ...args].map(knownWord)).isKnown) return 'unknown-program';
  const documents = redirects.filter((redirect) => redirect.type === 'HereDoc');
  if (documents.length === 0) return undefined;
  return name?.text === 'cat' && redirects.length === 1 && documents.every(isPlainDocument) ? undefined : 'stdin-is-code';
}

/** A backslash at the end joins a line with the next one, and only some shells then look for the delimiter in it. */
function isPlainDocument({delimiter, body}: HereDoc): boolean {
  return delimiter !== undefined && /^\w+$/.test(delimiter.value) && !/\\\n/.test(body.text);
}

/** Throws output away, joins it, or reads a file that is named. */
export function isHarmless(redirect: Redirection): boolean {
  if (redirect.type !== 'Redirect' || redirect.target === undefined) return false;
  const {text} = knownWord(redirect.target);
  const {descriptor, operator} = redirect;
  if (descriptor !== undefined && (descriptor.type !== 'FileDescriptor' || descriptor.value > 2)) return false;
  if (operator === '>&') return text !== undefined && /^[12]$/.test(text);
  return text === '/dev/null' ? operator !== '<>' && operator !== '<&' : text !== undefined && operator === '<';
}
