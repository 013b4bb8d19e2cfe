import {addDays} from '../../registers/days.ts';
import {hoursOf, toilLimit} from '../../registers/hours.ts';
import type {EntryOf} from '../../registers/model.ts';
import {both} from '../both.ts';
import {find, lack} from '../finding.ts';
import type {Finding, Judge, Known, Look, Trend} from '../model.ts';
import {servicesIn, titleOf} from '../scope.ts';

/** How much of a team's time goes into what comes back next week. */
export const toil: Judge = {
  improves: 'guidelines/toil#how-we-know',
  look: (known, look) => teamsIn(known, look).map((team) => ofTeam(known, team, look.today)),
  remembers: () => true,
  trends: (known, look) => teamsIn(known, look).flatMap((team) => trendOf(known, team, look.today)),
};

/** Teams that own a service. */
function teamsIn(known: Known, look: Look): readonly string[] {
  return [...new Set(servicesIn(known, look).map(({owner}) => owner))];
}

function ofTeam(known: Known, team: string, today: string): Finding {
  const subject = titleOf(known, team);
  const weeks = weeksUntil(known, team, today);
  const last = weeks
    .map(({week}) => week)
    .toSorted()
    .at(-1);
  if (last === undefined) return lack('toil', subject);
  const found = {subject, from: `toil/${team}`};
  if (addDays(last, 28) < today) return find({state: 'unknown', ...found}, (say) => say.toil.old(last));
  const from = addDays(last, -21);
  const hours = hoursOf(weeks, team).find((group) => group.from === from);
  if (hours === undefined) {
    const written = weeks.filter(({week}) => week >= from).length;
    return find({state: 'unknown', ...found}, (say) => say.toil.short(written));
  }
  const percent = Math.round(hours.toil * 100);
  const state = hours.toil > toilLimit ? 'degraded' : 'ok';
  return find({state, ...found}, (say) => say.toil.share(percent, hours.nightsWoken, hours.from));
}

function trendOf(known: Known, team: string, today: string): Trend[] {
  const months = hoursOf(weeksUntil(known, team, today), team);
  if (months.length < 2) return [];
  const subject = titleOf(known, team);
  return [
    {
      title: both((say, language) => say.toil.trend(subject[language])),
      unit: both((say) => say.toil.unit),
      points: months.map(({from, toil: share}) => ({at: from, value: Math.round(share * 100)})),
    },
  ];
}

/** Weeks that are over. */
function weeksUntil({registers}: Known, team: string, today: string): EntryOf<'toil'>[] {
  return registers.toil.flatMap(({value}) => (value.team === team && addDays(value.week, 6) <= today ? [value] : []));
}
