import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {ExceptionId, Id, Owner, PageName, ServiceName} from '../shapes.ts';

/** Something built once for every business, and who walks on it. */
export const Platform = z
  .strictObject({
    id: Id,
    offer: Text,
    /** What a team that takes it no longer does. */
    saves: Text,
    page: PageName.optional(),
    /** The System whose services it was built for: each of them adopts it, or has an exception. */
    system: z.string().min(1),
    owner: Owner,
    adopters: z.array(ServiceName),
    /** Who goes another way, and the exception that allows it until a day. */
    off_road: z.array(z.strictObject({service: ServiceName, exception: ExceptionId})).default([]),
  })
  .check(({value: {adopters, off_road: off}, issues}) => {
    for (const [i, {service}] of off.entries())
      if (adopters.includes(service))
        say(issues, {input: service, path: ['off_road', i, 'service'], expected: 'a service that is not among the adopters'});
  });
