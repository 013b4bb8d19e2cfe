import type {Language} from '../../catalog/contract.ts';
import {writeBlock} from './block.ts';
import type {Entry, Incident} from './contract.ts';
import {escapeLine, escapeLines, fence} from './escape.ts';
import {messages} from './messages.ts';
import {sayLocal, sayUtc} from './moments.ts';

interface Options {
  readonly language: Language;
  /** The reader's own zone, unless another is named. */
  readonly zone?: string;
}

/** The timeline section of a postmortem. It ends with a block that another device can import. */
export function toMarkdown(incident: Incident, {language, zone}: Options): string {
  const say = messages[language];
  return [
    `## ${say.timeline}`,
    escapeLine(incident.title),
    incident.entries.map((entry) => toItem(entry, {language, ...(zone !== undefined && {zone})})).join('\n'),
    say.block,
    fence(writeBlock(incident), {lang: 'json handbook-timeline'}),
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n');
}

/** Cards of a board, one a line: notes first, for they are what somebody thought; then what changed and what was done. The words are bare, for a card is no Markdown. */
export function toCards({entries}: Incident, {language}: Options): string {
  const notes = entries.filter(({kind}) => kind === 'noted');
  const rest = entries.filter(({kind}) => kind === 'state' || kind === 'ticked');
  return [...notes, ...rest]
    .map((entry) => `- ${entry.at.slice(11, 16)} UTC ${sayEntry(entry, language)}`.replace(/\s+/g, ' ').trim() + '\n')
    .join('');
}

/** What happened, in words: `Done: See how many copies are left`. */
export function sayEntry({kind, text = '', step, page}: Entry, language: Language): string {
  const say = messages[language];
  if (kind === 'opened') return say.opened(page);
  if (kind === 'copied') return say.copied(step?.title);
  if (kind === 'state') return say.state(text);
  if (kind === 'noted') return text;
  return (kind === 'ticked' ? say.ticked : say.unticked)(step?.title ?? '');
}

function toItem(entry: Entry, {language, zone}: Options): string {
  const {at, kind, text = '', page} = entry;
  const local = sayLocal(at, zone);
  const when = `- **${sayUtc(at)} UTC**${local === undefined ? '' : ` (${local})`} `;
  // Where it happened is a link of the handbook that the postmortem is written in.
  if (kind === 'opened') return when + messages[language].opened(`[${escapeLine(page.split('/').at(-1) ?? '')}](/${page})`);
  const what = when + escapeLines(sayEntry(entry, language), '  ');
  return kind === 'copied' ? `${what}\n\n${fence(text, {lang: 'text', indent: '  '})}\n` : what;
}
