import {applyUpdate, Doc, encodeStateAsUpdate, mergeUpdates} from 'yjs';
import type {Log} from '../../http/log.server.ts';
import type {Append, BoardLog} from '../log/board-log.ts';
import type {Documents} from '../board/phases.ts';
import {readKept} from './kept.server.ts';
import {boardLimits, countCards} from './rehearsal.ts';
import {boardRoom, shortRoom} from './room-name.ts';
import {DamagedBoardError} from './replay.ts';

interface Change {
  readonly needsOwns: boolean;
  readonly act: (documents: Documents) => void;
}

interface Options {
  /** As it is open now. */
  readonly board: Doc;
  readonly log: BoardLog;
  readonly note: Log;
}

/**
 * Changes a board, and what people have for themselves on it, on copies, and writes all of it to the log or nothing. What people have is read
 * from the log, which also has what is on its way to the open rooms. While it acts, nobody may append to those documents.
 * @returns what is to be applied to the rooms now, the board's first.
 * @throws {LogError} when it could not be written; then nothing has happened.
 */
export async function changeBoard(id: string, {needsOwns, act}: Change, {board, log, note}: Options): Promise<readonly Append[]> {
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(board));
  const documents = [{name: id, document: copy}, ...(needsOwns ? fitting(await readOwns(id, {log, note}), countCards(copy)) : [])];
  const changes = documents.map(({name, document}) => ({name, updates: heard(document)}));
  const [, ...owns] = documents;
  act({board: copy, owns: owns.map(({document}) => document)});
  const appends = changes.flatMap(({name, updates}) => (updates.length === 0 ? [] : [{name, update: mergeUpdates(updates)}]));
  if (appends.length > 0) await log.appendAll(appends);
  return appends;
}

interface Own {
  readonly name: string;
  readonly document: Doc;
}

async function readOwns(id: string, {log, note}: Pick<Options, 'log' | 'note'>): Promise<Own[]> {
  const owns: Own[] = [];
  for (const name of await log.ownNames(id)) {
    try {
      owns.push({name, document: await readKept(name, {log, note})});
    } catch (error) {
      if (!(error instanceof DamagedBoardError)) throw error;
      // One person's damage must not keep the others from going on.
      note.error({board: shortRoom(boardRoom(name)), err: error}, 'what a person has for themselves is damaged and is left out');
    }
  }
  return owns;
}

/** Those whose drafts the board has room for, the shortest first. The others keep theirs, as if they had come too late. */
function fitting(owns: readonly Own[], cards: number): Own[] {
  let all = cards;
  return owns
    .map((own) => ({...own, drafts: countCards(own.document)}))
    .toSorted((a, b) => a.drafts - b.drafts)
    .filter(({drafts}) => drafts === 0 || (all += drafts) <= boardLimits.cards);
}

function heard(document: Doc): Uint8Array[] {
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  return updates;
}
