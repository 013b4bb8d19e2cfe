import {encodeStateAsUpdate, type Doc} from 'yjs';
import type {Log} from '../../http/log.server.ts';
import type {BoardLog, LoggedDocument} from '../log/board-log.ts';
import {replay} from './replay.ts';
import {boardRoom, shortRoom} from './room-name.ts';

/** A document with fewer updates than this in the log is read as quickly as a compacted one. */
const worthCompacting = 64;

interface Options {
  readonly log: BoardLog;
  readonly note: Log;
}

/**
 * A document as the log has it. Updates that cannot be applied are set aside and named.
 * @throws {DamagedBoardError} when its state cannot be applied.
 */
export async function readKept(name: string, options: Options): Promise<Doc> {
  return (await read(name, options)).document;
}

/** What takes the place of updates is made of those very updates, not of the open document: nothing can go that is not in it. */
export async function compactKept(name: string, options: Options): Promise<void> {
  const {logged, document} = await read(name, options);
  if (logged.updates.length < worthCompacting) return;
  await options.log.compact(name, {state: encodeStateAsUpdate(document), upTo: logged.upTo});
}

async function read(name: string, {log, note}: Options): Promise<{readonly logged: LoggedDocument; readonly document: Doc}> {
  const logged = await log.read(name);
  const {document, bad} = replay(logged);
  for (const update of bad) {
    note.error({board: shortRoom(boardRoom(name)), ...update}, 'an update of a board cannot be applied and is kept apart');
    await log.setAside(name, update);
  }
  return {logged, document};
}
