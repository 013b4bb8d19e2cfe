import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Day, Id, Minutes, Owner, Past, ServiceName} from '../shapes.ts';

/** A step of a release that a person still does by hand. */
export const ManualStep = z
  .strictObject({
    id: Id,
    service: ServiceName,
    step: Text,
    /** Of the person, each time. */
    minutes: Minutes,
    times_a_month: z.number().positive(),
    plan: Text,
    owner: Owner,
    found: Past,
    remove_by: Day,
    /** The day since which it is done by a machine, or not at all. */
    removed: Past.optional(),
  })
  .check(({value: {found, remove_by: by, removed}, issues}) => {
    if (by <= found) say(issues, {input: by, path: ['remove_by'], expected: `a day after ${found}`});
    if (removed !== undefined && removed < found) say(issues, {input: removed, path: ['removed'], expected: `a day not before ${found}`});
  });
