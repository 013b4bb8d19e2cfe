import {forEachChild, type Script, type SyntaxNode} from 'unbash';
import {knownWord, programName} from './shell-words.ts';

/** Names that a script sets itself: a value from outside would not be what its commands mean. */
export function assignedNames(script: Script): ReadonlySet<string> {
  const names = new Set<string>();
  visit(script, (node) => {
    if (node.type === 'Assignment') names.add(node.name);
    if (node.type === 'For' || node.type === 'Select') names.add(node.name.value);
    if (node.type !== 'Command' || node.name === undefined) return;
    const setters = /^(?:read|mapfile|readarray|declare|typeset|local|export|readonly|unset|let|getopts|printf)$/;
    if (!setters.test(programName(node.name.value))) return;
    for (const arg of node.args) if (arg.type === 'Word') names.add(knownWord(arg).lead.replace(/[[=+].*$/s, ''));
  });
  return names;
}

export function functionNames(script: Script): ReadonlySet<string> {
  const names = new Set<string>();
  visit(script, (node) => {
    if (node.type === 'Function') names.add(node.name.value);
  });
  return names;
}

/**
 * The end of the first comment that holds a quote; infinite without one. A zsh that is typed into knows no comments: there the quote would
 * turn what is quoted behind it inside out.
 */
export function quoteInComment(source: string, script: Script): number {
  const words: {readonly pos: number; readonly end: number}[] = [];
  visit(script, (node) => {
    if (node.type === 'HereDocBody' || (node.type === 'Word' && !node.text.includes('\n'))) words.push(node);
  });
  for (const {index, 0: text} of source.matchAll(/(?<=^|[\s;&|()])#[^\n]*/g)) {
    if (/['"`]/.test(text) && !words.some(({pos, end}) => pos <= index && index < end)) return index + text.length;
  }
  return Infinity;
}

function visit(node: SyntaxNode, look: (node: SyntaxNode) => void): void {
  look(node);
  forEachChild(node, (child) => visit(child, look));
}
