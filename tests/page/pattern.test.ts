import {expect, it} from 'vitest';
import {faultOf} from '../../src/page/pattern.ts';

it.each(['^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', '^[a-z]+/[a-z0-9][-a-z0-9.]*$', '[1-9][0-9]*(Mi|Gi)', '/([\\w.-]+/)*[\\w.-]*', '[^\\n]+'])(
  'accepts %s',
  (pattern) => {
    expect(faultOf(pattern, 'prod')).toBeUndefined();
  },
);

it.each(['([a-z0-9]+-?)+', '(a*)*', '(a|a)+', '([a-z]+/?)+x'])('refuses %s, which would freeze the page', (pattern) => {
  expect(faultOf(pattern, 'prod', 300)).toContain('quick');
});

it.each(['[', '[\\w-.]', '(?<a'])('refuses %s, which is no pattern', (pattern) => {
  expect(faultOf(pattern, 'prod')).toContain('regular expression');
});
