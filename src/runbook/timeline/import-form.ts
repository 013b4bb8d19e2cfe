import type {Language} from '../../catalog/contract.ts';
import {readBlocks} from './block.ts';
import type {Incident} from './contract.ts';
import {labelled, make, makeButton, makeOutput} from './draw.ts';
import {messages} from './messages.ts';

type Merge = (incidents: readonly Incident[]) => Promise<{readonly added: number; readonly known: number}>;

/** A field for the text that another device has copied. */
export function makeImportForm(language: Language, merge: Merge): HTMLElement {
  const say = messages[language];
  const field = make('textarea', {rows: 4});
  const output = makeOutput();
  const take = async (): Promise<void> => {
    const reading = readBlocks(field.value);
    if (reading.kind === 'entry') output.say(say.refusedEntry(reading.number));
    else if (reading.kind !== 'read') output.say(say.refused[reading.kind]);
    else {
      const {added, known} = await merge(reading.incidents);
      field.value = '';
      output.say(say.imported(added, known));
    }
  };
  const button = makeButton(say.import, () => void take());
  return make('details', {}, make('summary', {}, say.importing), labelled(say.paste, field), button, output.element);
}
