import type {Language} from '../catalog/contract.ts';
import {messages as en} from './messages.en.ts';
import {messages as ja} from './messages.ja.ts';

/** How times are said: an age counts, a moment names the reader's zone and UTC, a length has at most two units. */
const units = [86_400_000, 3_600_000, 60_000, 1000];
const words: Readonly<Record<Language, typeof en>> = {en, ja};

/** `3 d 4 h` · `3日4時間`. Rounded down to the second; less than that is `0 s`. */
export function sayLength(ms: number, language: Language): string {
  let left = Math.max(0, Math.floor(ms / 1000)) * 1000;
  const say = words[language];
  const first = units.findIndex((unit) => left >= unit);
  if (first === -1) return `0${say.units[3]}`;
  const parts = units.slice(first, first + 2).flatMap((unit, n) => {
    const amount = Math.floor(left / unit);
    left -= amount * unit;
    return amount === 0 ? [] : [`${amount}${say.units[first + n]}`];
  });
  return parts.join(say.between);
}

/** `4 s ago` · `4秒前`. The unit grows once two of the larger one are full. */
export function sayAge(ms: number, language: Language): string {
  const say = words[language];
  const found = units.findIndex((unit) => ms >= 2 * unit);
  const n = found === -1 ? 3 : found;
  return say.ago(`${Math.round(Math.max(0, ms) / (units[n] ?? 1000))}${say.units[n]}`);
}

interface Moment {
  readonly language: Language;
  /** The reader's own zone, unless another is named. */
  readonly zone?: string | undefined;
  /** The date is said too when it is not the day of `now`. */
  readonly now?: number;
  /** Without seconds for what is planned rather than observed. */
  readonly planned?: boolean;
}

/** `03:12:07 JST (18:12 UTC)` */
export function sayTime(at: number, {language, zone, now = at, planned = false}: Moment): string {
  const clock = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'} as const;
  const date = format(language, {month: 'short', day: 'numeric', timeZone: zone});
  const time = format(language, {...clock, ...(!planned && {second: '2-digit'}), timeZone: zone, timeZoneName: 'short'});
  // English has no short name for this zone and says GMT+9, which nobody in it says.
  const tokyo = /^(Asia\/Tokyo|Japan)$/.test(time.resolvedOptions().timeZone);
  const parts = time.formatToParts(at).map(({type, value}) => (tokyo && type === 'timeZoneName' ? 'JST' : value));
  const local = `${date.format(at) === date.format(now) ? '' : `${date.format(at)} `}${parts.join('')}`;
  if (local.endsWith('UTC')) return local;
  const utc = format(language, {...clock, timeZone: 'UTC'}).format(at);
  return words[language].alsoUtc(local, utc);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(words[language].locale, options);
  formats.set(key, made);
  return made;
}
