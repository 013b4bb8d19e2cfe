import type {Root} from 'mdast';
import {readConsole} from '../../runbook/commands/console.ts';
import {isShell} from '../../runbook/commands/mark-places.ts';
import {fencesOf, placeInFence, type Fence} from '../content.ts';
import {withoutPlaceholders} from './placeholders.ts';

/** What is typed into a shell: a fence without the prompts and the output that it may hold. */
export interface Script {
  readonly fence: Fence;
  /** As the author wrote it. */
  readonly raw: string;
  /** With a plain word for each `<placeholder>`, which another rule refuses; as long as `raw`. */
  readonly text: string;
  /** Where an offset of the text stands in the page. */
  readonly placeAt: (offset: number) => {readonly line: number; readonly column: number};
}

/** Fences that the site hands to a shell, see `isShell`. */
export function shellFencesOf(tree: Root): Fence[] {
  return fencesOf(tree).filter(({lang}) => isShell(lang));
}

/** Every command of every shell fence, read as the site reads it: a fence with prompts is several. */
export function scriptsOf(tree: Root): Script[] {
  return shellFencesOf(tree).flatMap(scriptsIn);
}

export function scriptsIn(fence: Fence): Script[] {
  // Before it is cut: a `<placeholder>` at the end of a line is a redirection that waits for more.
  const masked = withoutPlaceholders(fence.text);
  const lines = fence.text.split('\n');
  const scripts: Script[] = [];
  let first = 0;
  for (const {kind, text: part} of readConsole(masked, fence.lang.toLowerCase()) ?? [{kind: 'command', text: masked}]) {
    if (kind === 'command') {
      const text = part.replace(/\n$/, '');
      // What a prompt, or the `> ` of a line that goes on, takes away stands at the beginning of a line.
      const cut = text.split('\n').map((own, n) => ({line: first + n, taken: (lines[first + n]?.length ?? 0) - own.length}));
      const begins = linesBeginOf(text);
      scripts.push({
        fence,
        text,
        raw: cut.map(({line, taken}) => lines[line]?.slice(taken)).join('\n'),
        placeAt: (offset) => {
          const at = lastBefore(begins, offset);
          const {line = first, taken = 0} = cut[at] ?? {};
          return placeInFence(fence, line, taken + offset - (begins[at] ?? 0));
        },
      });
    }
    first += part.split('\n').length - 1;
  }
  return scripts;
}

/** Offsets at which the lines of a text begin, counted once: a long fence has many places. */
function linesBeginOf(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({index}) => index + 1)];
}

/** The last of these ascending numbers that is not above the limit, by its index. */
function lastBefore(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
