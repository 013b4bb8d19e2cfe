import type {Language} from '../../catalog/contract.ts';
import {isStale} from './trust.ts';

interface Options {
  readonly language: Language;
  readonly now?: number;
}

/**
 * Says of each proof in `root` how old it is, and calls it stale when it is too old. A built page carries the date only: it does not know when it
 * is read.
 */
export function ageTrust(root: ParentNode, {language, now = Date.now()}: Options): void {
  for (const line of root.querySelectorAll<HTMLElement>('[data-trust-at]')) {
    const {trust, trustAt: at = '', trustStaleAfterDays: limit} = line.dataset;
    // Nothing from a clock that is behind: it would say "in two days".
    for (const age of line.querySelectorAll('[data-trust-age]'))
      age.textContent = now < Date.parse(at) ? '' : sayAge(now - Date.parse(at), language);
    if (limit === undefined || (trust !== 'proven' && trust !== 'stale')) continue;
    const stale = isStale(at, {now, limit: Number(limit)});
    line.dataset['trust'] = stale ? 'stale' : 'proven';
    for (const words of line.querySelectorAll<HTMLElement>('[data-trust-when]'))
      words.hidden = (words.dataset['trustWhen'] === 'stale') !== stale;
  }
}

/** ` (12 days ago)` · `（12日前）`, to stand behind a date; in hours up to two days. The browser knows these words in every language. */
function sayAge(ms: number, language: Language): string {
  const hours = Math.floor(ms / 3_600_000);
  const format = new Intl.RelativeTimeFormat(language);
  const ago = hours < 48 ? format.format(-hours, 'hour') : format.format(-Math.floor(hours / 24), 'day');
  // The browser's Japanese sets a space between a figure and its unit, the handbook's does not.
  return language === 'ja' ? `（${ago.replaceAll(' ', '')}）` : ` (${ago})`;
}
