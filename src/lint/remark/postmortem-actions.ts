import type {Heading, Root, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {lintRule} from 'unified-lint-rule';
import {actionSection} from '../../postmortem/read-postmortem.ts';
import {readActions} from '../actions.ts';
import {idOf, kindOf} from '../content.ts';

/** The three layers of defence, each a heading below that of the actions. See docs/mission/vision.mdx. */
const layers = [
  {id: 'prevent', headings: /^(?:prevent|起きないようにする)$/iu},
  {id: 'pre-empt', headings: /^(?:pre-empt|起きる前に手を打つ)$/iu},
  {id: 'limit', headings: /^(?:limit|影響を小さくする)$/iu},
] as const;

/**
 * What a postmortem asks for has a role that does it, and a day or an issue at which one sees that it was done; and in each of the three layers it
 * says something, if only why nothing is done there.
 */
export const postmortemActions = lintRule<Root>({origin: 'handbook-lint:postmortem-actions'}, (tree, file) => {
  if (kindOf(tree) !== 'postmortem') return;
  const found = readActions(tree, actionSection);
  if (found === undefined) {
    file.message('Unexpected postmortem without the section "actions", expected what is done about it, by which role and until when', {
      line: 1,
      column: 1,
    });
    return;
  }
  const {line, column, actions, body, isUnwritten} = found;
  if (actions.length === 0 && !isUnwritten)
    file.message('Unexpected section without an action, expected a table or a list of them', {line, column});
  for (const {owner, day, link, ...place} of actions) {
    if (owner === undefined) file.message('Unexpected action without an owner, expected a role such as @sre-primary', place);
    if (day === undefined && link === undefined)
      file.message('Unexpected action without a day and without an issue, expected a day such as 2026-01-31, or a link', place);
  }
  const silent = layers.filter((layer) => !speaksOf(body, layer)).map(({id}) => `"${id}"`);
  if (silent.length > 0)
    file.message(
      `Unexpected actions with nothing under ${silent.join(' and ')}, expected an action there, or the reason why there is none`,
      {line, column},
    );
});

/** Whether anything stands under the layer's heading: an action, or a sentence. */
function speaksOf(body: readonly RootContent[], {id, headings}: (typeof layers)[number]): boolean {
  const start = body.findIndex((node) => isHeading(node) && (idOf(node) === id || headings.test(toString(node).trim())));
  if (start === -1) return false;
  const rest = body.slice(start + 1);
  const end = rest.findIndex(isHeading);
  return (end === -1 ? rest : rest.slice(0, end)).some(saysSomething);
}

/** The head of a table says nothing yet. */
function saysSomething(node: RootContent): boolean {
  return node.type === 'table' ? node.children.slice(1).some((row) => toString(row).trim() !== '') : toString(node).trim() !== '';
}

function isHeading(node: RootContent): node is Heading {
  return node.type === 'heading';
}
