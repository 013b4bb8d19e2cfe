import {AxeBuilder} from '@axe-core/playwright';
import {expect, test} from '../support/browser.ts';

const paths = [
  '/',
  '/runbooks/pod-crash-looping',
  '/guidelines/slo',
  '/oncall',
  '/status',
  '/reference/components/error-budget',
  '/retrospectives/evening-meeting',
];

// Spread over both browsers, or the others wait for this file.
test.describe.configure({mode: 'parallel'});

for (const scheme of ['light', 'dark'] as const) {
  // Languages differ by their words, and what is dark by its colours: one of each is enough.
  for (const prefix of scheme === 'dark' ? [''] : ['', '/ja']) {
    for (const path of paths) {
      test(`axe finds nothing in ${prefix}${path}, ${scheme}`, async ({page}) => {
        await page.emulateMedia({colorScheme: scheme, reducedMotion: 'reduce'});
        await page.goto(prefix + path);
        // The page's script settles the colours once more when it takes over.
        await expect(page.locator('html')).toHaveAttribute('data-has-hydrated', 'true');
        await expect(page.locator('html')).toHaveAttribute('data-theme', scheme);
        const axe = new AxeBuilder({page});
        // What is dark differs from what is light by its colours only.
        const {violations} = await (scheme === 'dark' ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe).analyze();
        const found = violations.flatMap(({id, nodes}) =>
          nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')}: ${failureSummary}`),
        );
        expect(found).toEqual([]);
      });
    }
  }
}
