import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {readActions} from '../actions.ts';
import {kindOf} from '../content.ts';

const section = {id: 'actions', headings: /^(?:actions?|action items?|アクション(?:アイテム|項目)?|再発防止策?)$/iu};

/** What a postmortem asks for has a role that does it, and a day or an issue at which one sees that it was done. */
export const postmortemActions = lintRule<Root>({origin: 'handbook-lint:postmortem-actions'}, (tree, file) => {
  if (kindOf(tree) !== 'postmortem') return;
  const found = readActions(tree, section);
  if (found === undefined) {
    file.message('Unexpected postmortem without the section "actions", expected what is done about it, by which role and until when', {
      line: 1,
      column: 1,
    });
    return;
  }
  const {line, column, actions, isUnwritten} = found;
  if (actions.length === 0 && !isUnwritten)
    file.message('Unexpected section without an action, expected a table or a list of them', {line, column});
  for (const {owner, day, link, ...place} of actions) {
    if (owner === undefined) file.message('Unexpected action without an owner, expected a role such as @sre-primary', place);
    if (day === undefined && link === undefined)
      file.message('Unexpected action without a day and without an issue, expected a day such as 2026-01-31, or a link', place);
  }
});
