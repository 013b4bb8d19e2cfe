import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRedundantAcronyms from 'retext-redundant-acronyms';
import retextRepeatedWords from 'retext-repeated-words';
import {unified} from 'unified';
import {VFile} from 'vfile';
import type {VFileMessage} from 'vfile-message';
import type {Finding} from '../finding.ts';
import {placeOf, type Prose} from '../prose/prose.server.ts';
import {suspectEnglish} from '../prose/suspect-english.ts';

const processor = unified().use(retextEnglish).use(retextRepeatedWords).use(retextIndefiniteArticle).use(retextRedundantAcronyms).freeze();

/** Slips of English that nobody sees in what they have just written: a word twice, `a` before a vowel, `PIN number`. */
export function runRetext(prose: readonly Prose[]): Finding[] {
  const isSuspect = suspectEnglish((words) => read(words).length > 0);
  return prose.flatMap(({file, text, passages}) =>
    passages
      .filter(({language, words}) => language === 'en' && isSuspect(words))
      .flatMap(({words, start}) =>
        read(words).map(({place, source = 'retext', reason}) => {
          const from = place !== undefined && 'start' in place ? place.start.offset : place?.offset;
          const to = place !== undefined && 'end' in place ? place.end.offset : from;
          return {
            file,
            ...placeOf(text, start + (from ?? 0)),
            end: placeOf(text, start + (to ?? words.length)),
            rule: `retext/${source.replace('retext-', '')}`,
            severity: 'error' as const,
            message: reason,
          };
        }),
      ),
  );
}

function read(words: string): VFileMessage[] {
  // A line ends where the author's window did: the sentence goes on.
  const vfile = new VFile(words.replaceAll('\n', ' '));
  processor.runSync(processor.parse(vfile), vfile);
  return vfile.messages;
}
