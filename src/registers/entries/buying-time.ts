import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Day, Id, Owner, PartName, Past} from '../shapes.ts';

/** A bigger machine in place of a repair: how long it lasts, and what comes then. */
export const BuyingTime = z
  .strictObject({
    id: Id,
    component: PartName,
    what: Text,
    at: Past,
    /** The day until which it will do, as far as we can tell. */
    lasts_until: Day,
    next_step: Text,
    owner: Owner,
    /** The day since which it is repaired. */
    repaired: Past.optional(),
  })
  .check(({value: {at, lasts_until: until, repaired}, issues}) => {
    if (until <= at) say(issues, {input: until, path: ['lasts_until'], expected: `a day after ${at}`});
    if (repaired !== undefined && repaired < at) say(issues, {input: repaired, path: ['repaired'], expected: `a day not before ${at}`});
  });
