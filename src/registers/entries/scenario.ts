import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Every, Id, Minutes, Owner, Past, ServiceName} from '../shapes.ts';

/** A disaster: what is lost, what we work with meanwhile, and what each service must reach again. */
export const Scenario = z
  .strictObject({
    id: Id,
    title: Text,
    lost: Text,
    /** What we talk and work with when the usual tools are gone too. */
    meanwhile: Text,
    services: z.array(z.strictObject({service: ServiceName, rto_minutes: Minutes, rpo_minutes: Minutes})).min(1),
    /** The last day on which the team read it aloud and mended it. */
    read: Past,
    read_every_days: Every,
    owner: Owner,
  })
  .check(({value: {services}, issues}) => {
    for (const [i, {service}] of services.entries())
      if (services.findIndex((other) => other.service === service) < i)
        say(issues, {input: service, path: ['services', i, 'service'], expected: 'each service once'});
  });
