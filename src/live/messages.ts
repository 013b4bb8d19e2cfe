import type {Language} from '../catalog/contract.ts';
import {messages as en} from './messages.en.ts';
import {messages as ja} from './messages.ja.ts';
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
  const say = words[language];
  const more =
    live.state === 'unknown'
      ? sayReason(live.reason, language)
      : live.state === 'degraded' && (live.value.pending ?? 0) > 0 && !live.value.firing
        ? say.waits
        : undefined;
  const word = sayState(live.state, language);
  return more === undefined ? word : say.because(word, more);
}

/** `2 alerts, 1 silenced` · `発報2件、うちサイレンス1件`, to stand behind the state; undefined when there is nothing to count. Firing counts silenced and inhibited ones too. */
export function sayFigures(value: Value, language: Language): string | undefined {
  const say = words[language];
  const counts = (['firing', 'silenced', 'inhibited', 'pending'] as const).flatMap((key) => {
    const amount = value[key] ?? 0;
    return amount > 0 ? [say.counts[key](amount)] : [];
  });
  const figures = [
    ...counts,
    ...(value.latencyMs === undefined ? [] : [say.answered(Math.round(value.latencyMs))]),
    ...(value.daysLeft === undefined ? [] : [say.certificate(Math.floor(value.daysLeft))]),
  ];
  return figures.length === 0 ? undefined : figures.join(say.comma);
}

interface LastKnownOptions {
  readonly language: Language;
  readonly now: number;
  readonly zone?: string;
  /** What a value says that nothing has judged: the word of its state would say less than was known. */
  readonly said?: ((value: Value) => string | undefined) | undefined;
}

/** What was vouched for before it became unknown, with its time; undefined when there is nothing. */
export function sayLastKnown(live: Live, {language, now, zone, said}: LastKnownOptions): string | undefined {
  if (live.state !== 'unknown' || live.lastKnown === undefined) return undefined;
  const {state, value, observedAt} = live.lastKnown;
  const when = sayTime(Date.parse(observedAt), {language, zone, now});
  return words[language].lastKnown(said?.(value) ?? sayState(state, language), when, sayAge(now - Date.parse(observedAt), language));
}
