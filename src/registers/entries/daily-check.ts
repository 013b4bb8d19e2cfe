import * as z from 'zod';
import {languages} from '../../catalog/contract.ts';
import {Words} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Id, Past} from '../shapes.ts';

/** A tick of the daily check: that somebody looked, and what was not as usual. Nobody's name stands here. */
export const DailyCheck = z
  .strictObject({
    id: Id,
    at: Past,
    seen: z.enum(['ordinary', 'odd']),
    note: Words.optional(),
    lang: z.enum(languages).optional(),
  })
  .check(({value: {seen, note, lang}, issues}) => {
    if (seen === 'odd' && note === undefined) say(issues, {input: note, path: ['note'], expected: 'what was odd, in a sentence'});
    if (note !== undefined && lang === undefined) say(issues, {input: lang, path: ['lang'], expected: 'the language of the note'});
  });
