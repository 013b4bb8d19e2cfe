import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Id, Owner, Past} from '../shapes.ts';

/** From faster development to the growth of the company: what each link rests on. */
export const links = ['development', 'product', 'business', 'company'] as const;

/** Figures that nobody writes down, because other registers hold what they are made of. */
export const computed = ['lead-time', 'deploy-frequency', 'restore-time', 'change-fail-rate', 'self-deploy-share'] as const;

/** A figure that could prove a link of the growth chain wrong. */
export const Measure = z
  .strictObject({
    id: Id,
    title: Text,
    link: z.enum(links),
    unit: Text,
    /** In which direction it is good. */
    better: z.enum(['up', 'down']),
    /** Where we want to be, in `unit`. */
    target: z.number().nonnegative(),
    owner: Owner,
    /** Worked out from `releases`; otherwise the values are written here. */
    computed: z.enum(computed).optional(),
    values: z.array(z.strictObject({at: Past, value: z.number().nonnegative(), source: Text})).default([]),
  })
  .check(({value, issues}) => {
    const {computed: from, values} = value;
    if (from === undefined && values.length === 0) say(issues, {input: values, path: ['values'], expected: 'a dated value, or computed'});
    if (from !== undefined && values.length > 0)
      say(issues, {input: values, path: ['values'], expected: `nothing: ${from} is computed from releases`});
    for (const [i, {at}] of values.entries()) {
      const before = values[i - 1]?.at;
      if (before !== undefined && at <= before) say(issues, {input: at, path: ['values', i, 'at'], expected: `a day after ${before}`});
    }
  });
