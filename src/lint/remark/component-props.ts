import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import type * as z from 'zod';
import {words} from '../../page/words.ts';
import {placeOfName, wordsOf} from '../words.ts';

/** Words are known, and each has the props that its schema asks for, written as plain strings. */
export const componentProps = lintRule<Root>({origin: 'handbook-lint:component-props'}, (tree, file) => {
  for (const {name, node} of wordsOf(tree)) {
    const schema = words[name];
    const here = placeOfName(node);
    if (schema === undefined) {
      file.message(`Unexpected word <${name}>, expected one that reference/components lists`, here);
      continue;
    }
    const props: Record<string, string> = {};
    const places = new Map<string, typeof here>();
    for (const attribute of node.attributes) {
      const place = attribute.position ?? here;
      if (attribute.type === 'mdxJsxAttribute') places.set(attribute.name, place);
      if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') props[attribute.name] = attribute.value;
      else {
        const what = attribute.type === 'mdxJsxAttribute' ? `prop "${attribute.name}"` : 'spread';
        const state = attribute.type === 'mdxJsxAttribute' && attribute.value === null ? 'without a value' : 'with a computed value';
        file.message(`Unexpected ${what} ${state} on <${name}>, expected plain strings`, place);
      }
    }
    for (const issue of schema.safeParse(props).error?.issues ?? []) {
      // What was said of a prop's form is not said again of its value.
      for (const {prop, message} of sayIssue(name, issue, Object.keys(schema.shape)))
        if (prop in props || !places.has(prop)) file.message(message, places.get(prop) ?? here);
    }
  }
});

function sayIssue(name: string, issue: z.core.$ZodIssue, known: readonly string[]): {prop: string; message: string}[] {
  const list = known.length === 0 ? 'no props' : `only ${known.map((prop) => `"${prop}"`).join(', ')}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((prop) => ({prop, message: `Unexpected prop "${prop}" on <${name}>, expected ${list}`}));
  const prop = issue.path.join('.');
  if (issue.code === 'invalid_type') return [{prop, message: `Unexpected <${name}> without the prop "${prop}", expected ${prop}="…"`}];
  return [{prop, message: `Unexpected value of the prop "${prop}" on <${name}>, expected ${expectation(issue)}`}];
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  return issue.code === 'too_small' ? 'text that is not empty' : issue.message;
}
