import type {Language} from '../../catalog/contract.ts';
import {messages as en} from './messages.en.ts';
import {messages as ja} from './messages.ja.ts';
import type {Trust} from './trust.ts';

/** The words of trust in every language, without a framework. A built page carries those of its own language only. */
const words: Readonly<Record<Language, typeof en>> = {en, ja};

/** `Proven in a drill on 2026-11-10`. The date is that of UTC; a note is said apart, by `notedOf`. */
export function sayTrust(trust: Trust, language: Language): string {
  const say = words[language];
  if (trust.kind === 'never') return trust.talkedThrough === undefined ? say.never : say.talkedThrough(day(trust.talkedThrough));
  const use = say.on[trust.use](day(trust.at));
  if (trust.kind === 'changed') return say.changed(use, sayChanged(trust.changed, language));
  if (trust.kind === 'failed' && trust.changed.length > 0)
    return say.failed(use) + say.next + say.changedSince(sayChanged(trust.changed, language));
  return say[trust.kind](use);
}

/** The longest note that the first screen of a page has room for, in characters. */
const room = 120;

/** What went otherwise than written, in the words of those who were there, on one line; undefined when nothing did. */
export function notedOf(trust: Trust): {readonly note: string; readonly lang: Language} | undefined {
  if (trust.kind !== 'failed' && trust.kind !== 'adapted') return undefined;
  const marks = Array.from(trust.note.trim().replaceAll(/\s+/g, ' '));
  return {note: marks.length > room ? `${marks.slice(0, room - 1).join('')}…` : marks.join(''), lang: trust.lang};
}

function sayChanged(changed: readonly ('steps' | 'alert')[], language: Language): string {
  return changed.map((part) => words[language].parts[part]).join(words[language].and);
}

/** The day of a moment, in UTC. */
export function day(at: string): string {
  return at.slice(0, '2026-11-10'.length);
}
