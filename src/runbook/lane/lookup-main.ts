import type {Language} from '../../catalog/contract.ts';
import {openLookup} from './lookup.ts';

/**
 * The script of `/r/` and of the pages for an address without a page. The one that answers for every language shows the one that the address
 * is in.
 */
const all = [...document.querySelectorAll<HTMLElement>('[data-lookup]')];
const baseOf = (root: HTMLElement): string => root.dataset['base'] ?? '/';
// The longest path first: `/` is the beginning of `/ja/` too.
const root =
  all.toSorted((a, b) => baseOf(b).length - baseOf(a).length).find((each) => `${location.pathname}/`.startsWith(baseOf(each))) ?? all[0];
if (root !== undefined) {
  for (const each of all) each.hidden = each !== root;
  const language = root.lang as Language;
  document.documentElement.lang = language;
  document.title = root.querySelector('h1')?.textContent ?? document.title;
  void openLookup(root, {language, base: baseOf(root)});
}
