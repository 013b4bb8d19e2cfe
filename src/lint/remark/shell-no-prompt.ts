import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {placeInFence} from '../content.ts';
import {shellFencesOf} from '../shell/scripts-of.ts';

/** `$ `, `❯ `, `user@host:~# ` or `[user@host ~]$ ` in front of a command. */
const prompt = /^\s*(?:[\w.-]+@[\w.-]+:\S*\s?[$#%]|\[[\w.-]+@[^\]\n]+\][$#%]|[$%❯])\s+(?=\S)/;

/** Shell fences hold commands only: a prompt is copied together with the command and then fails. A session that is shown whole is `console`. */
export const shellNoPrompt = lintRule<Root>({origin: 'handbook-lint:shell-no-prompt'}, (tree, file) => {
  for (const fence of shellFencesOf(tree)) {
    if (/^(?:console|shell-session)$/i.test(fence.lang)) continue;
    for (const [i, line] of fence.text.split('\n').entries()) {
      const found = prompt.exec(line)?.[0];
      if (found === undefined) continue;
      file.message(`Unexpected prompt ${JSON.stringify(found.trim())} before a command, expected the command alone`, {
        start: placeInFence(fence, i, found.length - found.trimStart().length),
        end: placeInFence(fence, i, found.length),
      });
    }
  }
});
