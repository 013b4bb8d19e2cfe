import {expect, it} from 'vitest';
import {shortNames} from '../../../src/runbook/lane/short-names.ts';

it('shortens what the bundler named, in the page and in its style, and keeps what a person named', () => {
  const content = '<p class="facts_kcr8 markdown gone_abcd" data-x="facts_kcr8"><b class="gone_abcd">a class="facts_kcr8"?</b></p>';
  const style = '.markdown .facts_kcr8>b,.timeline-panel{margin:.5em 1.25rem}.markdown:has(.facts_kcr8){color:red}';
  expect(shortNames({content, style})).toEqual({
    content: '<p class="_0 markdown" data-x="facts_kcr8"><b>a class="facts_kcr8"?</b></p>',
    style: '.markdown ._0>b,.timeline-panel{margin:.5em 1.25rem}.markdown:has(._0){color:red}',
  });
});
