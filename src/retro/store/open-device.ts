import {mergeUpdates} from 'yjs';
import {boardOfName, type Device, type KeptBoard} from './device.ts';
import {openDatabase} from './database.ts';

/** How many rows a document may have before they become one. */
const mostRows = 100;

interface Row {
  readonly name: string;
  readonly data: Uint8Array;
}

/** Boards in the IndexedDB of this browser. See `reference/decisions/the-browsers-copy-is-written-by-hand`. */
export function openDevice(): Device {
  const database = openDatabase({
    name: 'handbook-boards',
    version: 1,
    shape: (db) => {
      db.createObjectStore('boards', {keyPath: 'id'});
      db.createObjectStore('updates', {autoIncrement: true}).createIndex('name', 'name');
    },
  });
  const {read, write} = database;
  return {
    boards: () => read(async ({all}) => all<KeptBoard>('boards')),
    board: (id) => read(async ({get}) => get<KeptBoard>('boards', id)),
    change: (id, fields) =>
      write(async ({get, put}) => {
        const known = await get<KeptBoard>('boards', id);
        if (known !== undefined && known.life !== 'gone') await put('boards', {...known, ...fields});
      }),
    put: (board, wholes) =>
      write(async ({get, put, clear}) => {
        if ((await get<KeptBoard>('boards', board.id))?.life === 'gone') return;
        await put('boards', board);
        for (const [name, data] of wholes) {
          await clear('updates', 'name', IDBKeyRange.only(name));
          await put('updates', {name, data} satisfies Row);
        }
      }),
    read: (name) =>
      read(async ({allOf}) => {
        const rows = await allOf<Row>('updates', 'name', name);
        return rows.length === 0 ? undefined : mergeUpdates(rows.map(({data}) => data));
      }),
    append: (name, data) =>
      write(async ({get, put, count, allOf, clear}) => {
        const board = await get<KeptBoard>('boards', boardOfName(name));
        if (board === undefined) return 'unknown';
        if (board.life === 'gone') return 'gone';
        await put('updates', {name, data} satisfies Row);
        if ((await count('updates', 'name', name)) > mostRows) {
          const rows = await allOf<Row>('updates', 'name', name);
          await clear('updates', 'name', IDBKeyRange.only(name));
          await put('updates', {name, data: mergeUpdates(rows.map((row) => row.data))} satisfies Row);
        }
        return 'kept';
      }),
    forget: (id, {isGone}) =>
      write(async ({put, remove, clear}) => {
        // Ids are all of one length: no other board's documents begin with this one.
        await clear('updates', 'name', IDBKeyRange.bound(id, `${id}/\uffff`));
        if (isGone) await put('boards', {id, life: 'gone', agenda: '', lang: 'en', date: '', phase: '', openedAt: 0} satisfies KeptBoard);
        else await remove('boards', id);
      }),
    drop: (name) => write(async ({clear}) => clear('updates', 'name', IDBKeyRange.only(name))),
  };
}
