import type {Language} from '../catalog/contract.ts';
import type {Outline} from './messages.en.ts';
import {messages} from './messages.ts';
import {titleOf} from './names.ts';
import {frontMatter} from './runbook-page.ts';

export type PlainKind = keyof (typeof messages)['en']['kinds'];

interface Options {
  readonly language: Language;
  readonly slug: string;
  readonly owner: string;
  /** The day of the record, as `2026-01-31`. */
  readonly day: string;
}

/** Records are written once, by those who were there; everything else in every language. */
export function isWrittenOnce(kind: PlainKind): boolean {
  return kind === 'postmortem' || kind === 'retro' || kind === 'decision';
}

/** Where a page of a kind lies below the folder of its language. */
export function plainPath(kind: PlainKind, {slug, day}: Pick<Options, 'slug' | 'day'>): string {
  const paths: Readonly<Record<PlainKind, string>> = {
    guideline: `guidelines/${slug}.mdx`,
    procedure: `procedures/${slug}.mdx`,
    postmortem: `postmortems/${day}-${slug}.md`,
    retro: `retrospectives/records/${day}-${slug}.md`,
    decision: `reference/decisions/${slug}.mdx`,
  };
  return paths[kind];
}

/** A page with the front matter and the sections of its kind; each section says what belongs there, and lint refuses it until it is written. */
export function plainPage(kind: PlainKind, {language, slug, owner, day}: Options): string {
  const {description, sections}: Outline = messages[language].kinds[kind];
  const head = frontMatter([
    ['title', titleOf(slug)],
    ['description', description],
    ['kind', kindOf(kind)],
    ['owner', owner],
    ['status', 'draft'],
    ['drafted', day],
    ...fieldsOf(kind, {language, day}),
  ]);
  const body = Object.entries(sections).map(([id, [heading, text]]) => `## ${heading} {/* #${id} */}\n\n${text}`);
  return `${[head, ...body].join('\n\n')}\n`;
}

function kindOf(kind: PlainKind): string {
  return kind === 'retro' ? 'retro-record' : kind === 'decision' ? 'reference' : kind;
}

function fieldsOf(kind: PlainKind, {language, day}: Pick<Options, 'language' | 'day'>): readonly (readonly [string, unknown])[] {
  const fields: Readonly<Record<PlainKind, readonly (readonly [string, unknown])[]>> = {
    guideline: [
      ['serves', ['accelerate', 'health']],
      ['practices', []],
    ],
    procedure: [],
    retro: [
      ['lang', language],
      ['date', day],
      ['agenda', 'kpt-60'],
      ['board', ''],
    ],
    // What nobody can know beforehand is empty, and refused until it is written.
    postmortem: [
      ['lang', language],
      ['date', day],
      ['severity', ''],
      ['services', []],
      ['noticed_by', ''],
      ['minutes', ''],
    ],
    decision: [['lang', language]],
  };
  return fields[kind];
}
