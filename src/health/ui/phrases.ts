import type {Language} from '../../catalog/contract.ts';

interface Phrases {
  readonly asOf: (day: string, before: string) => string;
  readonly organisation: string;
  readonly services: string;
  readonly now: string;
  readonly level: (level: string) => string;
  /** Heads of the columns of a report. */
  readonly lookedAt: string;
  readonly finding: string;
  readonly before: string;
  readonly notKept: string;
  readonly why: string;
  readonly improve: string;
  readonly named: (name: string, word: string) => string;
  readonly listed: (names: readonly string[]) => string;
  readonly fromTo: (first: string, last: string) => string;
}

/** A dozen words weigh less than a file of each language. */
export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    asOf: (day, before) => `As of ${day}. Last time: ${before}.`,
    organisation: 'Findings of the organisation',
    services: 'Findings of each service',
    now: 'Now',
    level: (level) => `level ${level}`,
    lookedAt: 'Looked at',
    finding: 'Finding',
    before: 'Last time',
    notKept: 'not kept',
    why: 'Why',
    improve: 'Improve',
    named: (name, word) => `${name}: ${word}`,
    listed: (names) => names.join(', '),
    fromTo: (first, last) => `${first} to ${last}`,
  },
  ja: {
    asOf: (day, before) => `${day}時点。前回は${before}。`,
    organisation: '組織の所見',
    services: 'サービスごとの所見',
    now: '現在',
    level: (level) => `レベル${level}`,
    lookedAt: '項目',
    finding: '所見',
    before: '前回',
    notKept: '記録なし',
    why: '理由',
    improve: '改善',
    named: (name, word) => `${name}：${word}`,
    listed: (names) => names.join('、'),
    fromTo: (first, last) => `${first}から${last}へ`,
  },
};
