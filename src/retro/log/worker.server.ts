import {parentPort, workerData, type MessagePort} from 'node:worker_threads';
import type {DatabaseSync} from 'node:sqlite';
import type {LogFault} from './board-log.ts';
import {openBoardFile} from './schema.server.ts';
import {sqliteLog, type SqliteLog} from './sqlite-log.server.ts';
import type {Answer, Call, Order, Said, Settings} from './wire.ts';

/** A thread of its own: SQLite waits for the disk, and nobody else should. */
function serve(port: MessagePort, {folder, everyMs, mostPages}: Settings): void {
  const say = (said: Said): void => port.postMessage(said);
  let database: DatabaseSync;
  let log: SqliteLog;
  try {
    database = openBoardFile(folder, {mostPages});
    log = sqliteLog(database);
  } catch (error) {
    say({kind: 'refused', why: (error as Error).message});
    port.close();
    return;
  }
  let waiting: Extract<Order, {kind: 'append'}>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const commit = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    say({kind: 'answers', answers: append(log, batch)});
  };
  port.on('message', (order: Order) => {
    if (order.kind === 'append') {
      waiting.push(order);
      timer ??= setTimeout(commit, everyMs);
      return;
    }
    // Whoever reads sees what was appended before.
    commit();
    const act = (): unknown => (order.kind === 'close' ? database.close() : call(log, order));
    say({kind: 'answers', answers: [answered(order.number, act)]});
    if (order.kind === 'close') port.close();
  });
  say({kind: 'open'});
}

/** One transaction for all: it holds or fails as one. */
function append(log: SqliteLog, batch: readonly Extract<Order, {kind: 'append'}>[]): Answer[] {
  try {
    return log.append(batch.map(({appends}) => appends)).map((seq, n): Answer => {
      const number = batch[n]?.number ?? -1;
      return seq === 'gone' ? {number, ok: false, fault: 'gone', message: 'the board was removed'} : {number, ok: true, value: seq};
    });
  } catch (error) {
    return batch.map(({number}) => failed(number, error));
  }
}

function call(log: SqliteLog, {kind, args}: Call): unknown {
  // The union says that each kind comes with its own arguments; TypeScript does not see that through the table.
  const act = log[kind] as (...given: Call['args']) => unknown;
  return act(...args);
}

function answered(number: number, act: () => unknown): Answer {
  try {
    return {number, ok: true, value: act()};
  } catch (error) {
    return failed(number, error);
  }
}

/** https://sqlite.org/rescode.html#full */
const full = 13;

function failed(number: number, error: unknown): Answer {
  const {message, errcode} = error as Error & {errcode?: number};
  const fault: LogFault = errcode === full ? 'full' : 'broken';
  return {number, ok: false, fault, message};
}

// Given by open-sqlite-log.server.ts, the only user.
if (parentPort !== null) serve(parentPort, workerData as Settings);
