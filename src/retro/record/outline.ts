import type {Language} from '../../catalog/contract.ts';
import type {Outcome} from '../board/shapes.ts';

/** What a record says around what people wrote: as in the template under `retrospectives/kpt`. A record is in the language of its retrospective, whatever the page. */
export interface Outline {
  readonly about: readonly string[];
  readonly sections: Readonly<Record<Section, string>>;
  readonly lastTries: readonly [text: string, owner: string, result: string, learned: string];
  readonly tries: readonly [text: string, owner: string, firstStep: string, check: string];
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly undecided: string;
  /** Kept, with a new day to look. */
  readonly keepUntil: (day: string) => string;
  readonly votes: (count: number) => string;
  /** Where a section has nothing. */
  readonly nothing: Readonly<Record<Exclude<Section, 'others'>, string>>;
  readonly description: (tries: readonly string[]) => string;
}

export const sections = ['lastTries', 'keep', 'problem', 'try', 'others', 'closing'] as const;
export type Section = (typeof sections)[number];

const en: Outline = {
  about: ['Facilitator (role):', 'Scribe (role):', 'Number of people:', 'Period we looked at:'],
  sections: {
    lastTries: 'Last Tries',
    keep: 'Keep',
    problem: 'Problem',
    try: 'Try',
    others: 'Not chosen',
    closing: 'Retro on the retro',
  },
  lastTries: ['Try', 'Owner (role)', 'Result: done, drop or keep', 'What we learned'],
  tries: ['Try', 'Owner (role)', 'First step', 'Check date'],
  outcomes: {done: 'done', drop: 'drop', keep: 'keep'},
  undecided: 'not decided',
  keepUntil: (day) => `keep, check on ${day}`,
  votes: (count) => ` (votes: ${count})`,
  nothing: {
    lastTries: 'There were none.',
    keep: 'No card was written.',
    problem: 'No card was written.',
    try: 'No Try was chosen.',
    closing: 'Nobody said anything.',
  },
  description: (tries) => `We try: ${tries.join('; ')}.`,
};

const ja: Outline = {
  about: ['進行役（役割）：', '書記（役割）：', '人数：', '対象の期間：'],
  sections: {
    lastTries: '前回のTry',
    keep: 'Keep',
    problem: 'Problem',
    try: 'Try',
    others: '選ばなかったもの',
    closing: 'ふりかえりのふりかえり',
  },
  lastTries: ['Try', '担当（役割）', '結果：完了・やめる・続ける', 'わかったこと'],
  tries: ['Try', '担当（役割）', '最初の一歩', '確認日'],
  outcomes: {done: '完了', drop: 'やめる', keep: '続ける'},
  undecided: '未定',
  keepUntil: (day) => `続ける（確認日：${day}）`,
  votes: (count) => `（票：${count}）`,
  nothing: {
    lastTries: 'ありませんでした。',
    keep: 'カードはありませんでした。',
    problem: 'カードはありませんでした。',
    try: '選んだTryはありません。',
    closing: '特にありませんでした。',
  },
  description: (tries) => `${tries.map((text) => `「${text}」`).join('')}を試します。`,
};

export const outlines: Readonly<Record<Language, Outline>> = {en, ja};

/** Behind what somebody wrote, in either language. */
export const votesAtEnd = /\s*[(（](?:votes|票)\s*[:：]\s*(\d+)[)）]$/u;
