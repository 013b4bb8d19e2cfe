import type {Language} from '../../catalog/contract.ts';
import {labelled, make, makeButton} from './draw.ts';
import {messages} from './messages.ts';

/** A field for a note. Enter adds it, unless it only ends the choice of a word in Japanese; Shift and Enter begin a line. */
export function makeNoteForm(language: Language, add: (text: string) => void): HTMLElement {
  const say = messages[language];
  const field = make('textarea', {rows: 2, enterKeyHint: 'done', title: say.noteHint});
  const done = (): void => {
    const text = field.value.trim();
    field.value = '';
    if (text !== '') add(text);
    field.focus();
  };
  field.addEventListener('keydown', (event) => {
    // Safari ends the composition before it tells of the key; only its code, 229, still says so.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    done();
  });
  return make('div', {className: 'timeline-note'}, labelled(say.note, field), makeButton(say.add, done));
}
