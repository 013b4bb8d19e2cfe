import {expect, test} from '../support/browser.ts';
import {pagesOf} from '../support/pdf.ts';

for (const {path, sample} of [
  {path: '/mission/health-check', sample: 'fictional'},
  {path: '/ja/mission/health-check', sample: '架空'},
]) {
  test(`the health check is one sheet of paper, marked as a sample: ${path}`, async ({page}) => {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('data-has-hydrated', 'true');
    expect(pagesOf(await page.pdf({format: 'A4'}))).toBe(1);
    await page.emulateMedia({media: 'print'});
    await expect(page.getByText(sample).first()).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);
  });
}
