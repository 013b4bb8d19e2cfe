import {busFactor} from '../../registers/bus-factor.ts';
import {find, lack} from '../finding.ts';
import type {Judge} from '../model.ts';
import {servicesIn, titleOf} from '../scope.ts';

/** Who could run a service tomorrow. */
export const operators: Judge = {
  improves: 'guidelines/ownership-handover#how-we-know',
  look: (known, look) => {
    const roles = new Set([...known.catalog.teams.values()].flatMap(({members}) => members));
    const done = known.registers.operators.map(({value}) => value);
    return servicesIn(known, look).map(({name}) => {
      const subject = titleOf(known, name);
      if (!done.some(({service, at}) => service === name && at <= look.today)) return lack('operators', subject);
      const {able} = busFactor(name, done, {today: look.today, roles});
      const state = able.length >= 2 ? 'ok' : able.length === 1 ? 'degraded' : 'down';
      return find({state, subject, from: `operators/${name}`}, (say) => say.operators.able(able));
    });
  },
  remembers: () => true,
};
