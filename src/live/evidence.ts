import type {Language} from '../catalog/contract.ts';
import * as en from './evidence.en.ts';
import * as ja from './evidence.ja.ts';
import {sayReason, sayState} from './messages.ts';
import {reasons, states, type Evidence} from './state.ts';
import {sayLength} from './times.ts';

/** The words of evidence in every language. They are many, and come when a reader asks what a state rests on. */
const words: Readonly<Record<Language, typeof en>> = {en, ja};

/** A failure that is no warning, although it takes no colour away: it gives one. */
const telling = new Set(['probe-answers']);

/** The name of a source, as the evidence writes it; one that is not known here is said as it is. */
export function saySource(source: string, language: Language): string {
  return words[language].sources[source] ?? source;
}

/** One line of evidence, in words. */
export interface SaidEvidence {
  readonly outcome: 'holds' | 'fails' | 'warns';
  /** The part of a roll-up that it is about, as an id. */
  readonly about: string | undefined;
  readonly claim: string;
  /** Why it fails. */
  readonly reason: string | undefined;
  /** What else the source gave, as it is. */
  readonly detail: string | undefined;
}

/** A failed check without a reason is a warning: it takes no colour away. A check that is not in the catalogue is shown as it is. */
export function sayEvidence({source, check, ok, detail}: Evidence, language: Language): SaidEvidence {
  const slash = check.lastIndexOf('/');
  const name = check.slice(slash + 1);
  const [, code, rest] = /^([a-z-]+)(?:: ([^]*))?$/.exec(detail ?? '') ?? [];
  const reason = ok ? undefined : reasons.find((known) => known === code);
  const word = name === 'says' ? states.find((state) => state === detail) : undefined;
  const subject = saySource(source, language);
  const claim = words[language].checks[name] ?? name;
  return {
    outcome: ok ? 'holds' : reason === undefined && !telling.has(name) ? 'warns' : 'fails',
    about: slash === -1 ? undefined : check.slice(0, slash),
    claim: language === 'ja' ? `${subject}：${claim}` : `${subject} ${claim}`,
    reason: reason === undefined ? undefined : sayReason(reason, language),
    detail: (word === undefined ? undefined : sayState(word, language)) ?? (reason === undefined ? detail : rest),
  };
}

/** `up to 36 s late: scrape 15 + evaluation 15 + asking 5 + delivery 1; the rule itself waits 5 min` */
export function sayLatency(detail: string, language: Language): string {
  const seconds = [...detail.matchAll(/([a-z]+)=(\d+(?:\.\d+)?)/g)].map(([, name = '', amount]) => ({name, amount: Number(amount)}));
  const parts = seconds.filter(({name}) => name !== 'for');
  const wait = seconds.find(({name}) => name === 'for')?.amount ?? 0;
  const total = Math.ceil(parts.reduce((sum, {amount}) => sum + amount, 0));
  const named = parts.map(({name, amount}) => ({name: words[language].delays[name] ?? name, amount}));
  if (language === 'ja') {
    const sum = named.map(({name, amount}) => `${name}${amount}`).join('＋');
    return `最大${total}秒遅れます（${sum}）。${wait > 0 ? `ルール自体がさらに${sayLength(wait * 1000, 'ja')}待ちます。` : ''}`;
  }
  const sum = named.map(({name, amount}) => `${name} ${amount}`).join(' + ');
  return `up to ${total} s late: ${sum}${wait > 0 ? `; the rule itself waits ${sayLength(wait * 1000, 'en')}` : ''}`;
}
