import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import type * as z from 'zod';
import {words} from '../../page/words.ts';
import {wordsOf} from '../words.ts';

/** Words are known, and each has the props that its schema asks for, written as plain strings. */
export const componentProps = lintRule<Root>({origin: 'handbook-lint:component-props'}, (tree, file) => {
  for (const {name, node, line, column} of wordsOf(tree)) {
    const schema = words[name];
    if (schema === undefined) {
      file.message(`Unexpected word <${name}>, expected one of ${Object.keys(words).join(', ')}`, {line, column});
      continue;
    }
    const props: Record<string, string> = {};
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') props[attribute.name] = attribute.value;
      else {
        const what = attribute.type === 'mdxJsxAttribute' ? `prop "${attribute.name}"` : 'spread';
        const state = attribute.type === 'mdxJsxAttribute' && attribute.value === null ? 'without a value' : 'with a computed value';
        file.message(`Unexpected ${what} ${state} on <${name}>, expected plain strings`, {line, column});
        if (attribute.type === 'mdxJsxAttribute') props[attribute.name] = '';
      }
    }
    for (const issue of schema.safeParse(props).error?.issues ?? []) {
      for (const message of sayIssue(name, issue, Object.keys(schema.shape))) file.message(message, {line, column});
    }
  }
});

function sayIssue(name: string, issue: z.core.$ZodIssue, known: readonly string[]): string[] {
  const list = known.length === 0 ? 'no props' : `only ${known.map((prop) => `"${prop}"`).join(', ')}`;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `Unexpected prop "${key}" on <${name}>, expected ${list}`);
  const prop = issue.path.join('.');
  if (issue.code === 'invalid_type') return [`Unexpected <${name}> without the prop "${prop}", expected ${prop}="…"`];
  return [`Unexpected value of the prop "${prop}" on <${name}>, expected ${issue.message}`];
}
