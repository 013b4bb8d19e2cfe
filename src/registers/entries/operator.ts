import * as z from 'zod';
import {languages} from '../../catalog/contract.ts';
import {Words} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Id, Minutes, Past, RoleName, ServiceName} from '../shapes.ts';

/** What one must have done to be able to operate a service. */
export const tasks = ['release', 'undo', 'runbook'] as const;

/**
 * Somebody did a task of a service with the page alone: in earnest, as a drill, or as the exercise in which the usual person is absent. The
 * record of the exercise says what the pages did not answer; like every record it is written once.
 */
export const Operator = z
  .strictObject({
    id: Id,
    service: ServiceName,
    task: z.enum(tasks),
    at: Past,
    role: RoleName,
    occasion: z.enum(['earnest', 'drill', 'absent-tomorrow']),
    /** Whether it was done within the time. */
    finished: z.boolean().default(true),
    minutes: Minutes,
    lang: z.enum(languages).optional(),
    /** In the exercise: each question that no page answered, and since when one does. */
    unanswered: z.array(z.strictObject({question: Words, answered: Past.optional()})).default([]),
  })
  .check(({value: {at, lang, unanswered}, issues}) => {
    if (unanswered.length > 0 && lang === undefined) say(issues, {input: lang, path: ['lang'], expected: 'the language of the questions'});
    for (const [i, {answered}] of unanswered.entries())
      if (answered !== undefined && answered < at)
        say(issues, {input: answered, path: ['unanswered', i, 'answered'], expected: `a day not before ${at}`});
  });
