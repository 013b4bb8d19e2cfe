import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {Id, Past} from '../shapes.ts';

/** A day that explains why the team has the shape that it has. */
export const History = z.strictObject({id: Id, at: Past, what: Text});
