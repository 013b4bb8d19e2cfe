import type {Language} from '../catalog/contract.ts';
import type {Catalog} from '../catalog/model.ts';
import {addDays} from '../registers/days.ts';
import type {RegisterFacts} from '../registers/register-facts.ts';
import type {Dated} from '../registers/standing.ts';

/** How the two languages of a page stand to each other; `once` for a record, or where the handbook has one language. */
export type Twin = 'in-step' | 'en-moved' | 'ja-moved' | 'both-moved' | 'unsaid' | 'missing' | 'once';

/** What the front matter of a page says, and i18n/sync.json of its translation. */
export interface Page {
  /** Below the site's root, such as `guidelines/slo`. */
  readonly slug: string;
  readonly title: string;
  readonly owner: string | undefined;
  readonly status: string | undefined;
  /** Of a draft: the day on which it was proposed. */
  readonly drafted: string | undefined;
  readonly twin: Twin;
  /** Whether the site in this language shows it: one that only another language has cannot be linked to. */
  readonly isShown: boolean;
}

interface Sources {
  readonly pages: readonly Page[];
  readonly teams: Catalog['teams'];
  readonly asOf: string | undefined;
}

/** How long a draft may stay one, in days: about four months, which is longer than a quarter's planning. */
export const draftDays = 120;

/** A row for each page, what asks for somebody first. */
export function pageHealth({pages, teams, asOf}: Sources, language: Language): RegisterFacts {
  const say = words[language];
  const rows = pages.map((page) => ({
    id: page.slug.replaceAll('/', '-'),
    ...standing(page),
    cells: {
      page: page.isShown ? {text: page.title, to: `/${page.slug.replace(/(^|\/)index$/, '$1')}`} : page.title,
      owner: page.owner === undefined ? '–' : (teams.get(page.owner)?.title[language] ?? page.owner),
      stage: say.stage(page.status),
      drafted: page.drafted,
      twin: say.twin[page.twin],
    },
  }));
  const {columns} = say;
  return {
    asOf,
    columns: [
      {id: 'page', kind: 'name', title: columns.page},
      {id: 'stage', kind: 'text', title: columns.stage},
      {id: 'owner', kind: 'text', title: columns.owner},
      {id: 'drafted', kind: 'day', title: columns.drafted},
      {id: 'twin', kind: 'text', title: columns.twin},
    ],
    rows: rows.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status)),
  };
}

/** A draft is open until its day; one that does not say since when is unknown, not young. */
function standing({owner, status, drafted, twin}: Page): Dated & {readonly status: (typeof order)[number]} {
  if (owner === undefined || status === undefined || !(twin === 'in-step' || twin === 'once')) return {status: 'warning'};
  if (status === 'superseded') return {status: 'past'};
  if (status !== 'draft') return {status: 'ok'};
  return drafted === undefined ? {status: 'unknown'} : {status: 'open', due: addDays(drafted, draftDays)};
}

const order = ['warning', 'unknown', 'open', 'ok', 'past'] as const;

interface Words {
  readonly columns: Readonly<Record<'page' | 'stage' | 'owner' | 'drafted' | 'twin', string>>;
  readonly stage: (status: string | undefined) => string;
  readonly twin: Readonly<Record<Twin, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    columns: {page: 'Page', stage: 'Status', owner: 'Owner', drafted: 'Draft since', twin: 'Translation'},
    stage: (status = '–') => status,
    twin: {
      'in-step': 'in step',
      'en-moved': 'English moved on',
      'ja-moved': 'Japanese moved on',
      'both-moved': 'both changed, nobody said that they agree',
      unsaid: 'nobody said that they agree',
      missing: 'one language only',
      once: 'written once',
    },
  },
  ja: {
    columns: {page: 'ページ', stage: '段階', owner: '持ち主', drafted: '下書きの開始日', twin: '翻訳'},
    stage: (status) => ({adopted: '採用', draft: '下書き', superseded: '置き換え済み'})[status ?? ''] ?? status ?? '–',
    twin: {
      'in-step': '同期済み',
      'en-moved': '英語だけ変わった',
      'ja-moved': '日本語だけ変わった',
      'both-moved': '両方変わり、一致を未確認',
      unsaid: '一致を未確認',
      missing: '片方の言語だけ',
      once: '1回だけ書く記録',
    },
  },
};
