import {addDays, monthAfter} from '../../registers/days.ts';
import {billDays} from '../../registers/intervals.ts';
import type {EntryOf} from '../../registers/model.ts';
import {both} from '../both.ts';
import {find, lack} from '../finding.ts';
import type {Finding, Judge, Known, Trend} from '../model.ts';
import {servicesIn, titleOf} from '../scope.ts';

/** A rise of the unit cost in per cent that is watched; the register asks for a note from there on. */
const notable = 20;

/** What one unit of use costs, against the month before. */
export const cost: Judge = {
  improves: 'guidelines/cost#how-we-know',
  look: (known, look) => servicesIn(known, look).map(({name}) => ofService(known, name, look.today)),
  remembers: () => true,
  trends: (known, look) => servicesIn(known, look).flatMap(({name}) => trendOf(known, name, look.today)),
};

function ofService(known: Known, service: string, today: string): Finding {
  const subject = titleOf(known, service);
  const months = monthsUntil(known, service, today);
  const [now, before] = [months.at(-1), months.at(-2)];
  if (now === undefined) return lack('cost', subject);
  const from = `cost/${service}`;
  if (addDays(`${now.month}-01`, billDays) < today) return find({state: 'unknown', subject, from}, (say) => say.cost.old(now.month));
  if (before === undefined) return find({state: 'unknown', subject, from}, (say) => say.cost.first(now.month));
  if (monthAfter(before.month) !== now.month)
    return find({state: 'unknown', subject, from}, (say) => say.cost.gap(addDays(`${now.month}-01`, -1).slice(0, 7)));
  const percent = Math.round((now.unit / before.unit - 1) * 100);
  return find({state: percent > notable ? 'degraded' : 'ok', subject, from}, (say) => say.cost.change(percent, now.month));
}

function trendOf(known: Known, service: string, today: string): Trend[] {
  const unit = entryOf(known, service)?.unit;
  const months = monthsUntil(known, service, today);
  if (unit === undefined || months.length < 2) return [];
  const subject = titleOf(known, service);
  return [
    {
      title: both((say, language) => say.cost.trend(subject[language], unit[language])),
      unit: both((say) => say.cost.unit),
      points: months.map((month) => ({at: month.month, value: Number(month.unit.toPrecision(3))})),
    },
  ];
}

/** The unit cost of the months that are over. */
function monthsUntil(known: Known, service: string, today: string): {readonly month: string; readonly unit: number}[] {
  const months = entryOf(known, service)?.months ?? [];
  return months.filter(({month}) => month < today.slice(0, 7)).map(({month, yen, units}) => ({month, unit: yen / units}));
}

function entryOf({registers}: Known, service: string): EntryOf<'cost'> | undefined {
  return registers.cost.find(({value}) => value.service === service)?.value;
}
