import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {placeInFence, shellFencesOf} from '../content.ts';

/** `<pod>` or `<pod name>`; not `<<EOF`, `</dev/null` or `<(…)`. */
const placeholder = /(?<!<)<\p{L}[\p{L}\p{N}_.-]*(?: [\p{L}\p{N}_.-]+)*>/gu;

/** To a shell `<pod>` is a file to read and another to overwrite: who pastes it in a hurry loses one. */
export const shellNoPlaceholder = lintRule<Root>({origin: 'handbook-lint:shell-no-placeholder'}, (tree, file) => {
  for (const fence of shellFencesOf(tree)) {
    for (const [i, line] of fence.text.split('\n').entries()) {
      for (const {0: found, index} of line.matchAll(placeholder)) {
        const name = found
          .slice(1, -1)
          .toUpperCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, '_');
        file.message(`Unexpected placeholder ${found}, expected a shell variable such as "$${name}"`, {
          start: placeInFence(fence, i, index),
          end: placeInFence(fence, i, index + found.length),
        });
      }
    }
  }
});
