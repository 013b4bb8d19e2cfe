import type {Root} from 'mdast';
import {forEachChild, parse, type SyntaxNode} from 'unbash';
import {lintRule} from 'unified-lint-rule';
import {shellFaults} from '../../runbook/commands/shell-faults.ts';
import {guessLanguage} from '../shell/guess-language.ts';
import {scriptsOf} from '../shell/scripts-of.ts';

/** A command that bash cannot read fails where it is pasted, or waits for more. What is no command at all gets no button to copy it. */
export const shellParses = lintRule<Root>({origin: 'handbook-lint:shell-parses'}, (tree, file) => {
  for (const {fence, text, placeAt} of scriptsOf(tree)) {
    const other = guessLanguage(text);
    if (other !== undefined) {
      const {line, column} = fence;
      file.message(`Unexpected ${other.noun} in a ${fence.lang} fence, expected it in a ${other.lang} fence`, {
        start: {line, column},
        end: {line, column: column + 3 + fence.lang.length},
      });
      continue;
    }
    // The first fault of a command; the others are mostly its echo.
    const [fault] = [...shellFaults(text), ...typographyIn(text)];
    if (fault === undefined) continue;
    const start = placeAt(Math.min(fault.at, text.length));
    file.message(say(fault.message), {start, end: {line: start.line, column: start.column + 1}});
  }
});

/** What an editor or a web page made of a sign of the shell: bash reads it as a letter, and nobody sees why the command fails. */
function typographyIn(text: string): {readonly at: number; readonly message: string}[] {
  const found: {at: number; message: string}[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Command') {
      for (const word of [node.name, ...node.args].flatMap((one) => one ?? [])) {
        const sign = word.text === '\\ ' ? word.text : /^[–—]+(?=[A-Za-z])|^[“”‘’]|^[^'"]*=[“”‘’]/.exec(word.text)?.[0].slice(-1);
        if (sign === '\\ ' && /^[ \t]*\n/.test(text.slice(word.end)))
          found.push({at: word.pos, message: 'space behind the backslash that ends the line'});
        else if (sign !== undefined && sign !== '\\ ') found.push({at: word.pos, message: `typographic sign ${sign}`});
      }
    }
    forEachChild(node, visit);
  };
  visit(parse(text));
  return found;
}

/** The parser says `unexpected token '|'`, `unterminated double quote` or `expected 'fi' to close 'if'`. */
function say(message: string): string {
  if (message.startsWith('unexpected ')) return `U${message.slice(1)}, expected a command that bash can parse`;
  if (message.startsWith('expected ')) return `Unexpected command that bash cannot parse, ${message}`;
  return `Unexpected ${message}, expected a command that bash can parse`;
}
