import type {BoardAgenda} from '../board/agenda.ts';
import {boxOf, moveTo, setEnd, setLeader, type Documents} from '../board/phases.ts';
import {closed, type Meta} from '../board/shapes.ts';
import type {Ask, AskRefusal} from '../board/wire.ts';

/** What is to be done about an ask. */
export type Decision =
  | {readonly kind: 'nothing'}
  | {
      readonly kind: 'change';
      /** Whether it reads or writes what people have for themselves. */
      readonly needsOwns: boolean;
      readonly act: (documents: Documents) => void;
    }
  | {readonly kind: 'refused'; readonly why: AskRefusal};

/** What is known at that moment of the board and of who asks. */
export interface Situation {
  readonly meta: Meta;
  /** Who asks. */
  readonly member: string;
  readonly isPresent: (member: string) => boolean;
  /** Whether a board that has no key is asked: it can be led by anybody, and closed by nobody. */
  readonly isKeyless: boolean;
  readonly opens: (key: string) => boolean;
  readonly agenda: BoardAgenda | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Decides on an ask; changes nothing by itself. */
export function decideAsk(ask: Ask, {meta, member, isPresent, isKeyless, opens, agenda, now, random}: Situation): Decision {
  const end = (minutes: number | undefined): number | undefined => (minutes === undefined ? undefined : Math.round(now + minutes * 60_000));
  if (ask.kind === 'time') return {kind: 'nothing'};
  if (!isKeyless && meta.phase === closed) return refused('closed');
  if (ask.kind === 'lead') return isKeyless || opens(ask.key ?? '') ? change(({board}) => setLeader(board, member)) : refused('wrong-key');
  if (ask.kind === 'close')
    return opens(ask.key) ? move((documents) => moveTo(documents, {phase: closed, agenda, random})) : refused('wrong-key');
  if (meta.leader !== member) return refused('not-leader');
  if (ask.kind === 'timer') return change(({board}) => setEnd(board, end(ask.minutes)));
  if (ask.kind === 'pass') return isPresent(ask.to) ? change(({board}) => setLeader(board, ask.to)) : refused('no-such-member');
  const {phase, minutes} = ask;
  if (boxOf(agenda, phase) === undefined) return refused('no-such-box');
  return move((documents) => moveTo(documents, {phase, agenda, endsAt: end(minutes), random}));
}

function refused(why: AskRefusal): Decision {
  return {kind: 'refused', why};
}

function change(act: (documents: Documents) => void): Decision {
  return {kind: 'change', needsOwns: false, act};
}

function move(act: (documents: Documents) => void): Decision {
  return {kind: 'change', needsOwns: true, act};
}
