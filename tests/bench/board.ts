import {parseArgs} from 'node:util';
import {benchCrowd} from './board/crowd.ts';
import {benchKills} from './board/kills.ts';
import type {Figures} from './main.ts';

/** Boards: what the server has acknowledged is there after it was killed, and many people type on one board. */
export async function benchBoard(args: readonly string[]): Promise<Figures> {
  const {values} = parseArgs({
    args: [...args],
    options: {
      kills: {type: 'string', default: '20'},
      people: {type: 'string', default: '50'},
      seconds: {type: 'string', default: '15'},
      'per-second': {type: 'string', default: '4'},
    },
  });
  const killed = await benchKills(Number(values.kills));
  const crowd = await benchCrowd({people: Number(values.people), seconds: Number(values.seconds), perSecond: Number(values['per-second'])});
  // A lost card is no matter of degree.
  if (killed.lost > 0 || crowd['differentBoards'] !== 1 || crowd['unsaved'] !== 0) process.exitCode = 1;
  return {...killed, ...crowd};
}

/** The last line. Other programs read it. */
export function sayBoard({acknowledged, lost, kills}: Figures): string {
  return `board: ${acknowledged} acknowledged, ${lost} lost, ${kills} kills`;
}
