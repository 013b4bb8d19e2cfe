import type {Language} from '../../catalog/contract.ts';
import {sayTime} from '../../live/times.ts';
import type {Entry} from './contract.ts';
import {make} from './draw.ts';
import {sayEntry} from './markdown.ts';

/** A line of the timeline. It names its page where that is another one than the reader's. */
export function drawEntry(entry: Entry, {language, page}: {readonly language: Language; readonly page: string}): HTMLElement {
  const {at, kind, text = ''} = entry;
  const time = make('time', {dateTime: at}, sayTime(Date.parse(at), {language, now: Date.now()}));
  const what = make('span', {className: `timeline-${kind}`}, sayEntry(entry, language));
  const elsewhere = entry.page === page || kind === 'opened' ? [] : [make('small', {}, entry.page)];
  const command = kind === 'copied' ? [make('code', {}, text)] : [];
  return make('li', {className: 'timeline-entry'}, time, ' ', what, ...command, ...elsewhere);
}
