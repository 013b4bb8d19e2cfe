import {DuckDBDataChunk, DuckDBInstance, DuckDBTimestampValue, type DuckDBConnection, type DuckDBValue} from '@duckdb/node-api';
import type {LogLine} from './log-line.ts';
import {readLog, type Refused} from './read-log.server.ts';

export interface Loaded {
  readonly lines: number;
  readonly refused: number;
}

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Rows that DuckDB takes at once. */
const chunkRows = 2048;
const table = `CREATE TABLE access_log (time TIMESTAMP, method VARCHAR, route VARCHAR, status INTEGER, ms DOUBLE, bytes BIGINT, member VARCHAR, network VARCHAR, agent VARCHAR, release VARCHAR)`;

/** A DuckDB in memory that holds one access log as the table `access_log`. Close it when done. */
export async function openWarehouse({memory = '512MB', threads = 2} = {}): Promise<{
  readonly load: (file: string, onRefused: (refused: Refused) => void) => Promise<Loaded>;
  readonly ask: (sql: string) => Promise<Answer>;
  readonly close: () => void;
}> {
  const instance = await DuckDBInstance.create(':memory:', {memory_limit: memory, threads: String(threads)});
  const connection = await instance.connect();
  // Nothing that a query says reaches a file or the network.
  await connection.run("SET enable_external_access = false; SET TimeZone = 'UTC'");
  await connection.run(table);
  return {
    load: async (file, onRefused) => load(connection, file, onRefused),
    ask: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return {columns: reader.columnNames(), rows: reader.getRows().map((row) => row.map(plain))};
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function load(connection: DuckDBConnection, file: string, onRefused: (refused: Refused) => void): Promise<Loaded> {
  const appender = await connection.createAppender('access_log');
  const types = Array.from({length: appender.columnCount}, (_, i) => appender.columnType(i));
  const counted = {lines: 0, refused: 0};
  let waiting: DuckDBValue[][] = [];
  const write = (): void => {
    for (let from = 0; from < waiting.length; from += chunkRows) {
      const chunk = DuckDBDataChunk.create(types);
      chunk.setRows(waiting.slice(from, from + chunkRows));
      appender.appendDataChunk(chunk);
    }
    waiting = [];
  };
  await readLog(file, {
    onLine: (line) => {
      counted.lines++;
      waiting.push(rowOf(line));
    },
    onRefused: (refused) => {
      counted.refused++;
      onRefused(refused);
    },
    onPiece: () => {
      if (waiting.length >= chunkRows) write();
    },
  });
  write();
  appender.closeSync();
  return counted;
}

function rowOf({time: at, method, route, status, ms, bytes, member, network, agent, release}: LogLine): DuckDBValue[] {
  const time = new DuckDBTimestampValue(BigInt(Date.parse(at)) * 1000n);
  return [time, method, route, status, ms, BigInt(bytes), member, network, agent, release];
}

/** Figures and texts as JSON has them. Counts stay far below what a number holds exactly. */
function plain(value: DuckDBValue): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw new TypeError(`a query gave a column of ${typeof value}: cast it to text or a number`);
}
