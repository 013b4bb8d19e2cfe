import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {placeInFence} from '../content.ts';
import {shellFencesOf} from '../shell/scripts-of.ts';

/** `$ `, `❯ `, `user@host:~# `, `[user@host ~]$ `, `bash-5.1$ `, `/ # `, `~ $ `, `PS C:\> ` or `mysql> ` in front of a command. */
const prompt =
  /^\s*(?:\([\w.-]+\) )?(?:[\w.-]+@[\w.-]+:\S*\s?[$#%]|\[[\w.-]+@[^\]\n]+\][$#%]|[\w.-]+:[~/]\S*[$#%]|(?:ba|z|k|a)?sh-\d[\d.]*[$#]|[~/] [$#%]|(?:mysql|redis|mongosh|sqlite)>|PS(?: \S*)?>|[➜➤]|[$%❯＄％])\s+(?=\S)/;

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
