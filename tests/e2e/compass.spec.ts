import {expect, test} from '../support/browser.ts';
import {oneOfEachKind} from '../support/routes.ts';

const names = {en: 'Lost?', ja: '迷ったら'};

for (const {path, kind} of [{path: '/', kind: 'home'}, {path: '/ja/', kind: 'home'}, ...oneOfEachKind()]) {
  test(`a ${kind} page leads to the compass by keyboard, at its foot too, and not on paper: ${path}`, async ({page}) => {
    await page.goto(path);
    const isJapanese = path.startsWith('/ja/');
    const links = page.getByRole('link', {name: names[isJapanese ? 'ja' : 'en'], exact: true});
    await expect(links).toHaveCount(2);
    for (const link of await links.all()) {
      await expect(link).toHaveAttribute('href', isJapanese ? '/ja/mission/compass' : '/mission/compass');
      await link.focus();
      await expect(link).toBeFocused();
    }
    await page.emulateMedia({media: 'print'});
    for (const link of await links.all()) await expect(link).toBeHidden();
  });
}
