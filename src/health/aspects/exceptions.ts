import {addDays} from '../../registers/days.ts';
import type {EntryOf} from '../../registers/model.ts';
import {find, lack} from '../finding.ts';
import type {Finding, Judge, Known, Look} from '../model.ts';

/** Days before its end from which an exception is a worry. */
const warningDays = 30;

/** Where a rule of the team does not hold, and until when. */
export const exceptions: Judge = {
  improves: 'guidelines/policy-as-code#how-we-know',
  look: (known, look) => {
    // Nobody has begun the register: that is no promise that there is no exception.
    if (known.registers.exceptions.length === 0) return [lack('exceptions', known.catalog.site.organisation)];
    const held = exceptionsIn(known, look).filter(({since}) => since <= look.today);
    return held.length === 0 ? [find({state: 'ok'}, (say) => say.exceptions.none)] : held.map((entry) => ofException(entry, look.today));
  },
  remembers: () => true,
};

function ofException({id, what, expires}: EntryOf<'exceptions'>, today: string): Finding {
  const found = {from: `exceptions/${id}`, due: expires};
  if (expires < today) return find({state: 'down', ...found}, (say, language) => say.exceptions.over(what[language], expires));
  const left = Math.round((Date.parse(expires) - Date.parse(today)) / 86_400_000);
  if (expires <= addDays(today, warningDays))
    return find({state: 'degraded', ...found}, (say, language) => say.exceptions.ending(what[language], expires, left));
  return find({state: 'ok', ...found}, (say, language) => say.exceptions.holds(what[language], expires));
}

/** An exception is a service's when it names it. One that names none is the organisation's alone. */
function exceptionsIn({registers}: Known, {service}: Look): EntryOf<'exceptions'>[] {
  return registers.exceptions.flatMap(({value}) => (service === undefined || value.service === service.name ? [value] : []));
}
