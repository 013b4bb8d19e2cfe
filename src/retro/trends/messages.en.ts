import {enough, type Month} from './trend-facts.ts';

const retros = (count: number): string => (count === 1 ? '1 retrospective' : `${count} retrospectives`);
const month = new Intl.DateTimeFormat('en', {month: 'long', year: 'numeric', timeZone: 'UTC'});

/** The words of the trends. */
export const messages = {
  asOf: (day: string, count: number) => `Read from ${retros(count)} on ${day}.`,
  tooFew: (count: number) => `This needs ${retros(enough)}; there ${count === 1 ? 'is' : 'are'} ${count}.`,
  completion: 'What became of the Tries',
  empty: 'This register is empty.',
  month: 'Month',
  monthName: (name: string) => month.format(new Date(`${name}-01T00:00Z`)),
  agreed: 'Agreed',
  done: 'Done',
  dropped: 'Dropped',
  open: 'Open',
  share: 'Done, of all',
  bar: ({done, dropped, open}: Month) => `${done} done, ${dropped} dropped, ${open} open`,
  age: 'How old the open Tries are',
  none: 'No Try is open.',
  try: 'Try',
  owner: 'Owner',
  days: 'Days',
  check: 'Check date',
  overdue: 'overdue',
  carried: 'Carried over',
  problems: 'Problems that come back',
  noProblems: 'No Problem came back.',
  about: (subject: string, count: number) => `All name ${subject}, in ${retros(count)}`,
  alike: (count: number) => `Their words are alike, in ${retros(count)}`,
  votes: (count: number) => (count === 1 ? '1 vote' : `${count} votes`),
  keeps: 'Keeps that could be a guideline',
  noKeeps: `No Keep was seen in ${retros(enough)} yet.`,
  offer: 'What keeps helping can be written down for everyone:',
};
