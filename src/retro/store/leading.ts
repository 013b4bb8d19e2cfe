import type {Doc} from 'yjs';
import type {BoardAgenda} from '../board/agenda.ts';
import {boxOf, moveTo, setEnd} from '../board/phases.ts';
import {readMeta} from '../board/read-board.ts';
import {closed} from '../board/shapes.ts';
import type {Ask, AskRefusal} from '../board/wire.ts';

interface Options {
  readonly board: Doc;
  readonly own: Doc;
  readonly agenda: BoardAgenda | undefined;
  readonly now: number;
}

/** Does to a board that is in one browser only what the server would do. Returns why not. */
export function leadAlone(ask: Ask, {board, own, agenda, now}: Options): AskRefusal | undefined {
  if (ask.kind === 'time' || ask.kind === 'lead') return undefined;
  if (ask.kind === 'pass') return 'no-such-member';
  if (readMeta(board).phase === closed) return 'closed';
  if (ask.kind === 'timer') {
    setEnd(board, endOf(ask.minutes, now));
    return undefined;
  }
  const phase = ask.kind === 'close' ? closed : ask.phase;
  if (agenda === undefined || (ask.kind === 'phase' && boxOf(agenda, phase) === undefined)) return 'no-such-box';
  const endsAt = ask.kind === 'phase' ? endOf(ask.minutes, now) : undefined;
  moveTo({board, owns: [own]}, {phase, agenda, endsAt, random: Math.random});
  return undefined;
}

function endOf(minutes: number | undefined, now: number): number | undefined {
  return minutes === undefined ? undefined : now + minutes * 60_000;
}
