import type {Language} from '../catalog/contract.ts';
import * as en from './evidence.en.ts';
import * as ja from './evidence.ja.ts';
import {sayReason, sayState} from './messages.ts';
import {reasons, states, type Evidence, type State} from './state.ts';
import {sayLength} from './times.ts';

/** The words of evidence in every language. They are many, and come when a reader asks what a state rests on. */
const words: Readonly<Record<Language, typeof en>> = {en, ja};

/** A failure that is no warning, although it takes no colour away: it gives one. */
const telling = new Set(['probe-answers', 'hears-server', 'seen-lately']);

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
  const said = saidStates(name, detail).map((state) => sayState(state, language));
  const subject = saySource(source, language);
  const claim = words[language].checks[name] ?? name;
  return {
    outcome: ok ? 'holds' : reason === undefined && !telling.has(name) ? 'warns' : 'fails',
    about: slash === -1 ? undefined : check.slice(0, slash),
    claim: language === 'ja' ? `${subject}：${claim}` : `${subject} ${claim}`,
    reason: reason === undefined ? undefined : (words[language].lacks[name] ?? sayReason(reason, language)),
    detail:
      said.length === 2
        ? words[language].disagreement(said[0] ?? '', said[1] ?? '')
        : (said[0] ?? sayDetail(reason === undefined ? detail : rest, language)),
  };
}

/** A detail that the server writes in English, as the reader says it. Names, expressions and figures stay as they are. */
function sayDetail(detail: string | undefined, language: Language): string | undefined {
  const [pattern, said] = words[language].details.find(([known]) => known.test(detail ?? '')) ?? [];
  return pattern === undefined || said === undefined ? detail : detail?.replace(pattern, said);
}

/** The states that a detail names: a provider's own word, and what our probe says where the two disagree. */
function saidStates(name: string, detail: string | undefined): State[] {
  const named = detail?.split(', ').flatMap((part) => states.find((state) => state === part) ?? []) ?? [];
  return named.length === (name === 'says' ? 1 : name === 'agrees' ? 2 : undefined) ? named : [];
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
