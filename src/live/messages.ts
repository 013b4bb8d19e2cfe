import type {Language} from '../catalog/contract.ts';
import * as en from './messages.en.ts';
import * as ja from './messages.ja.ts';
import type {Live, Reason, State, Value} from './state.ts';
import {sayAge, sayTime} from './times.ts';

/** The words of live state in every language: one catalogue, without a framework. A built page carries those of its own language only. */
const words: Readonly<Record<Language, typeof en>> = {en, ja};

export function sayState(state: State, language: Language): string {
  return words[language].states[state];
}

export function sayReason(reason: Reason, language: Language): string {
  return words[language].reasons[reason];
}

/** `Unknown: the source cannot be reached` · `Firing` */
export function sayLive(live: Live, language: Language): string {
  const more =
    live.state === 'unknown'
      ? sayReason(live.reason, language)
      : live.state === 'degraded' && (live.value.pending ?? 0) > 0 && !live.value.firing
        ? {en: 'a condition holds and waits to fire', ja: '条件が成立し、発報待ち'}[language]
        : undefined;
  const word = sayState(live.state, language);
  return more === undefined ? word : language === 'ja' ? `${word}（${more}）` : `${word}: ${more}`;
}

/** `2 firing, 1 silenced` · `発報2、サイレンス1`; undefined when there is nothing to count. Firing counts silenced and inhibited ones too. */
export function sayFigures(
  {firing = 0, pending = 0, silenced = 0, inhibited = 0, latencyMs, daysLeft}: Value,
  language: Language,
): string | undefined {
  const japanese = language === 'ja';
  const count = (amount: number, word: string, noun: string): string[] =>
    amount > 0 ? [japanese ? `${noun}${amount}` : `${amount} ${word}`] : [];
  const figures = [
    ...count(firing, 'firing', '発報'),
    ...count(silenced, 'silenced', 'うちサイレンス'),
    ...count(inhibited, 'inhibited', 'うち抑制'),
    ...count(pending, 'pending', '発報待ち'),
    ...(latencyMs === undefined ? [] : [japanese ? `応答${Math.round(latencyMs)}ミリ秒` : `answered in ${Math.round(latencyMs)} ms`]),
    ...(daysLeft === undefined ? [] : [japanese ? `証明書は残り${Math.floor(daysLeft)}日` : `certificate: ${Math.floor(daysLeft)} d left`]),
  ];
  return figures.length === 0 ? undefined : figures.join(japanese ? '、' : ', ');
}

/** What was vouched for before it became unknown, with its time; undefined when there is nothing. */
export function sayLastKnown(live: Live, {language, now, zone}: {language: Language; now: number; zone?: string}): string | undefined {
  if (live.state !== 'unknown' || live.lastKnown === undefined) return undefined;
  const {state, observedAt} = live.lastKnown;
  const when = sayTime(Date.parse(observedAt), {language, zone, now});
  const age = sayAge(now - Date.parse(observedAt), language);
  const word = sayState(state, language);
  return language === 'ja' ? `最後に確認できた状態：${word}（${when}、${age}）` : `last known: ${word} at ${when}, ${age}`;
}
