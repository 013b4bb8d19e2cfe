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
  switch (kind) {
    case 'guideline':
      return `guidelines/${slug}.mdx`;
    case 'procedure':
      return `procedures/${slug}.mdx`;
    case 'postmortem':
      return `postmortems/${day}-${slug}.md`;
    case 'retro':
      return `retrospectives/records/${day}-${slug}.md`;
    case 'decision':
      return `reference/decisions/${slug}.mdx`;
  }
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
    ...fieldsOf(kind, {language, day}),
  ]);
  const body = Object.entries(sections).map(([id, [heading, text]]) => `## ${heading} {/* #${id} */}\n\n${text}`);
  return `${[head, ...body].join('\n\n')}\n`;
}

function kindOf(kind: PlainKind): string {
  return kind === 'retro' ? 'retro-record' : kind === 'decision' ? 'reference' : kind;
}

function fieldsOf(kind: PlainKind, {language, day}: Pick<Options, 'language' | 'day'>): (readonly [string, unknown])[] {
  switch (kind) {
    case 'guideline':
      return [
        ['serves', ['accelerate', 'health']],
        ['practices', []],
      ];
    case 'procedure':
      return [];
    case 'retro':
      return [
        ['lang', language],
        ['date', day],
        ['agenda', 'kpt-60'],
        ['board', ''],
      ];
    case 'postmortem':
    case 'decision':
      return [['lang', language]];
  }
}
