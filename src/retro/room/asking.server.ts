import type {Connection} from '@hocuspocus/server';
import type {Log} from '../../http/log.server.ts';
import type {BoardAgenda} from '../board/agenda.ts';
import {readMeta} from '../board/read-board.ts';

import type {Answer, AskRefusal, NumberedAsk} from '../board/wire.ts';

import {LogError, type BoardLog} from '../log/board-log.ts';
import {createAllowance, type Allowance} from './allowance.ts';
import {readAsk} from './asks.server.ts';
import {changeBoard} from './change-board.server.ts';
import type {CutOff} from './cut-off.ts';
import {decideAsk} from './decide-ask.ts';
import {opens} from './key.server.ts';
import {memberAt, type OpenRooms} from './open-rooms.ts';
import {boardRoom, shortRoom} from './room-name.ts';
import type {Turns} from './turns.ts';

/** What one tab may ask: nobody clicks that fast, and each ask may cost a copy of the board. */
const asks = {atOnce: 20, perSecond: 2};

interface Options {
  readonly log: BoardLog;
  readonly note: Log;
  readonly openRooms: OpenRooms;
  readonly turns: Turns;
  readonly agenda: (id: string) => BoardAgenda | undefined;
  readonly now: () => number;
  readonly sendAway: (connection: Connection, reason: CutOff) => void;
}

/** Answers what tabs ask of a board: one after the other on each board. */
export function createAsking({log, note, openRooms, turns, agenda, now, sendAway}: Options) {
  const allowances = new WeakMap<Connection, Allowance>();

  const answer = (connection: Connection, ask: NumberedAsk, why?: AskRefusal): void => {
    const to = ask.number;
    const said: Answer = why === undefined ? {kind: 'done', to, now: now()} : {kind: 'refused', to, why};
    if (why !== undefined && why !== 'not-saved')
      note.warn({board: shortRoom(connection.document.name), socket: connection.socketId, ask: ask.kind, why}, 'an ask was refused');
    connection.sendStateless(JSON.stringify(said));
  };

  const act = async (connection: Connection, ask: NumberedAsk): Promise<AskRefusal | undefined> => {
    const {document} = connection;
    const {name, keyHash} = openRooms.get(document);
    const meta = readMeta(document);
    const decision = decideAsk(ask, {
      meta,
      member: memberAt(connection),
      isPresent: (member) => document.getConnections().some((other) => memberAt(other) === member),
      isKeyless: keyHash === undefined,
      opens: (key) => opens(key, keyHash),
      agenda: agenda(meta.agenda),
      now: now(),
      random,
    });
    if (decision.kind === 'refused') return decision.why;
    if (decision.kind === 'nothing') return undefined;
    try {
      for (const {name: changed, update} of await changeBoard(name.board, decision, {board: document, log, note}))
        await openRooms.apply(boardRoom(changed), update);
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      note.error({board: shortRoom(document.name), err: error}, 'what was asked of a board could not be written and was not done');
      return 'not-saved';
    }
    if (ask.kind === 'close') await closeOwns(name.board);
    return undefined;
  };
  const closeOwns = async (board: string): Promise<void> => {
    for (const document of await openRooms.onBoard(board)) openRooms.get(document).isClosed = true;
  };

  /** Never rejects: Hocuspocus does not wait for it. */
  return async (connection: Connection, payload: string): Promise<void> => {
    try {
      const allowance = allowances.get(connection) ?? createAllowance({...asks, now: () => performance.now()});
      allowances.set(connection, allowance);
      if (!allowance.take(1)) {
        sendAway(connection, 'too-fast');
        return;
      }
      const ask = readAsk(payload);
      const {name} = openRooms.get(connection.document);
      if (ask.kind === 'unreadable' || name.member !== undefined) {
        if (ask.number === undefined) sendAway(connection, 'malformed');
        else answer(connection, {kind: 'time', number: ask.number}, 'malformed');
        return;
      }
      answer(connection, ask, await turns.take(name.board, async () => act(connection, ask)));
    } catch (error) {
      note.error({board: shortRoom(connection.document.name), err: error}, 'an error of the handbook itself');
    }
  };
}

/** Not to be guessed from numbers that were seen before: it says whose draft is whose. */
function random(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
