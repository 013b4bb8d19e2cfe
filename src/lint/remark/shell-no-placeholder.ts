import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {placeholdersIn} from '../shell/placeholders.ts';
import {scriptsOf} from '../shell/scripts-of.ts';

/** To a shell `<pod>` is a file to read and another to overwrite: who pastes it in a hurry loses one. */
export const shellNoPlaceholder = lintRule<Root>({origin: 'handbook-lint:shell-no-placeholder'}, (tree, file) => {
  for (const {raw, placeAt} of scriptsOf(tree)) {
    for (const {text, index} of placeholdersIn(raw)) {
      const name = text
        .slice(1, -1)
        .toUpperCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '_');
      file.message(`Unexpected placeholder ${text}, expected a shell variable such as "$${name}"`, {
        start: placeAt(index),
        end: placeAt(index + text.length),
      });
    }
  }
});
