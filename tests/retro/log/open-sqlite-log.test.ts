import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {afterEach, beforeEach, expect, it} from 'vitest';
import type {BoardLog} from '../../../src/retro/log/board-log.ts';
import {openSqliteLog} from '../../../src/retro/log/open-sqlite-log.server.ts';

const [one, other] = ['aaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbb'];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = async (log: BoardLog, id = one): Promise<string[]> =>
  (await log.read(id)).updates.map(({data}) => new TextDecoder().decode(data));

let folder: string;
let open: BoardLog[];
async function start(options: {mostPages?: number; everyMs?: number; of?: string} = {}): Promise<BoardLog> {
  const log = await openSqliteLog({folder: options.of ?? folder, ...options});
  open.push(log);
  return log;
}
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'board-log-')), 'state');
  open = [];
});
afterEach(async () => {
  for (const log of open) await log.close();
  rmSync(join(folder, '..'), {recursive: true, force: true});
});

it('makes its folder, and gives back what was appended, in order, each board for itself', async () => {
  const log = await start();
  const numbers = await Promise.all([log.append(one, bytes('a')), log.append(other, bytes('x')), log.append(one, bytes('b'))]);
  expect(numbers).toEqual([1, 2, 3]);
  expect(await texts(log)).toEqual(['a', 'b']);
  expect(await texts(log, other)).toEqual(['x']);
  expect(await log.read('cccccccccccccccccccccc')).toEqual({state: undefined, updates: [], upTo: 0});
});

it('appends a view of a larger frame without the rest of it', async () => {
  const log = await start();
  await log.append(one, bytes('before-me-after').subarray(7, 9));
  expect(await texts(log)).toEqual(['me']);
});

it('has on the disk what it has answered, and answers nothing before', async () => {
  const log = await start({everyMs: 50});
  const appended = log.append(one, bytes('a'));
  const inFile = (): number => {
    const file = new DatabaseSync(join(folder, 'boards.sqlite'), {readOnly: true});
    try {
      return Number(file.prepare('SELECT count(*) AS n FROM upd').get()?.['n']);
    } finally {
      file.close();
    }
  };
  expect(inFile()).toBe(0);
  await appended;
  expect(inFile()).toBe(1);
});

it('shows in a reading what was appended before it', async () => {
  const log = await start({everyMs: 60_000});
  const appended = log.append(one, bytes('a'));
  expect(await texts(log)).toEqual(['a']);
  await appended;
});

it('has in a copy of its folder every board, also while it is open', async () => {
  const log = await start();
  await log.append(one, bytes('a'));
  const copy = join(folder, '..', 'copy');
  cpSync(folder, copy, {recursive: true});
  expect(await texts(await start({of: copy}))).toEqual(['a']);
});

it('writes beside its file for a long while, so that a copy made meanwhile has not half of both', async () => {
  const log = await start();
  const before = readFileSync(join(folder, 'boards.sqlite'));
  for (let n = 0; n < 100; n++) await log.append(one, new Uint8Array(100_000));
  expect(readFileSync(join(folder, 'boards.sqlite')).equals(before)).toBe(true);
});

it('deletes by compacting only what the state holds', async () => {
  const log = await start();
  for (const text of ['a', 'b', 'c']) await log.append(one, bytes(text));
  await log.append(other, bytes('x'));
  await log.compact(one, {state: bytes('ab'), upTo: 2});
  const board = await log.read(one);
  expect(board.state).toEqual(bytes('ab'));
  expect(board.upTo).toBe(3);
  expect(await texts(log)).toEqual(['c']);
  expect(await texts(log, other)).toEqual(['x']);
});

it('drops a state that is older than the one it has', async () => {
  const log = await start();
  for (const text of ['a', 'b', 'c']) await log.append(one, bytes(text));
  await log.compact(one, {state: bytes('abc'), upTo: 3});
  await log.compact(one, {state: bytes('a'), upTo: 1});
  expect(await log.read(one)).toEqual({state: bytes('abc'), updates: [], upTo: 3});
});

it('keeps apart what cannot be applied', async () => {
  const log = await start();
  const seq = await log.append(one, bytes('bad'));
  await log.append(one, bytes('good'));
  await log.setAside(one, {seq, why: 'no such type'});
  expect(await texts(log)).toEqual(['good']);
  await log.close();
  const file = new DatabaseSync(join(folder, 'boards.sqlite'), {readOnly: true});
  expect(file.prepare('SELECT seq, name, why FROM quarantine').get()).toEqual({seq, name: one, why: 'no such type'});
  file.close();
});

it('writes several updates of several documents together, or none of them', async () => {
  const log = await start({mostPages: 20});
  const [mine, yours] = [`${one}/own/0123456789abcdef`, `${one}/own/fedcba9876543210`];
  await log.appendAll([
    {name: one, update: bytes('shown')},
    {name: mine, update: bytes('cleared')},
  ]);
  expect([await texts(log), await texts(log, mine)]).toEqual([['shown'], ['cleared']]);
  const tooMuch = [
    {name: one, update: bytes('more')},
    {name: yours, update: new Uint8Array(200_000)},
  ];
  await expect(log.appendAll(tooMuch)).rejects.toMatchObject({fault: 'full'});
  await log.remove(other);
  const oneGone = [
    {name: one, update: bytes('more')},
    {name: `${other}/own/0123456789abcdef`, update: bytes('x')},
  ];
  await expect(log.appendAll(oneGone)).rejects.toMatchObject({fault: 'gone'});
  expect(await texts(log)).toEqual(['shown']);
});

it('knows what people have for themselves on a board, compacted or not, and of no other board', async () => {
  const log = await start();
  const names = ['0123456789abcdef', 'fedcba9876543210'].map((member) => `${one}/own/${member}`);
  for (const name of [...names, `${other}/own/0123456789abcdef`]) await log.append(name, bytes('a'));
  await log.compact(names[0] ?? '', {state: bytes('a'), upTo: 1});
  expect(await log.ownNames(one)).toEqual(names);
  expect(await log.ownNames('cccccccccccccccccccccc')).toEqual([]);
});

it('gives a key and a first state once, and never to a board that others have written to', async () => {
  const log = await start();
  const first = (keyHash: string, text = 'begun') => ({keyHash, state: bytes(text)});
  expect(await log.find(one)).toEqual({kind: 'unknown'});
  expect(await log.create(one, first('k'))).toBe('created');
  expect(await log.create(one, first('k', 'again'))).toBe('exists');
  expect(await log.create(one, first('another', 'again'))).toBe('taken');
  expect(await log.find(one)).toEqual({kind: 'known', keyHash: 'k'});
  expect(await texts(log)).toEqual(['begun']);
  await log.append(other, bytes('x'));
  expect(await log.create(other, first('k'))).toBe('taken');
  expect(await log.find(other)).toEqual({kind: 'known'});
});

it('gives no key to a board whose state it has no room for', async () => {
  const log = await start({mostPages: 20});
  await expect(log.create(one, {keyHash: 'k', state: new Uint8Array(200_000)})).rejects.toMatchObject({fault: 'full'});
  expect(await log.find(one)).toEqual({kind: 'unknown'});
});

it('forgets a removed board, for good', async () => {
  const log = await start();
  const own = `${one}/own/0123456789abcdef`;
  await log.create(one, {keyHash: 'k', state: bytes('a secret of this board')});
  await log.append(own, bytes('a secret of this board'));
  await log.append(other, bytes('x'));
  const late = log.append(one, bytes('late'));
  await log.remove(one);
  await log.remove(one);
  await late;
  expect(await log.find(one)).toEqual({kind: 'gone'});
  expect(await log.ownNames(one)).toEqual([]);
  expect(await log.create(one, {keyHash: 'k', state: bytes('again')})).toBe('gone');
  await expect(log.append(own, bytes('again'))).rejects.toMatchObject({fault: 'gone'});
  // Only the board that is gone is refused, not what is committed together with it.
  const both = await Promise.allSettled([log.append(one, bytes('again')), log.append(other, bytes('y'))]);
  expect(both).toEqual([
    {status: 'rejected', reason: expect.objectContaining({fault: 'gone'})},
    {status: 'fulfilled', value: expect.any(Number)},
  ]);
  for (const name of [one, own]) {
    await log.compact(name, {state: bytes('again'), upTo: 99});
    expect(await log.read(name)).toEqual({state: undefined, updates: [], upTo: 0});
  }
  await log.close();
  const files = ['', '-wal'].map((end) => join(folder, `boards.sqlite${end}`)).filter((file) => existsSync(file));
  for (const file of files) expect(readFileSync(file).includes('a secret of this board')).toBe(false);
});

it('refuses when the disk is full, keeps what it has, and goes on when there is room', async () => {
  const log = await start({mostPages: 20});
  await log.append(one, bytes('a'));
  await expect(log.append(one, new Uint8Array(200_000))).rejects.toMatchObject({fault: 'full'});
  await log.append(one, bytes('b'));
  expect(await texts(log)).toEqual(['a', 'b']);
});

it('rejects everything once it is closed', async () => {
  const log = await start();
  await log.close();
  await expect(log.append(one, bytes('a'))).rejects.toMatchObject({fault: 'broken'});
});

it('keeps a commit of which only a part was written out of the board, and all before it in', async () => {
  const log = await start();
  await log.append(one, bytes('whole'));
  const copy = join(folder, '..', 'copy');
  await log.append(one, new Uint8Array(50_000));
  cpSync(folder, copy, {recursive: true});
  // As after a crash in the middle of the second commit.
  const wal = join(copy, 'boards.sqlite-wal');
  truncateSync(wal, statSync(wal).size - 6000);
  expect(await texts(await start({of: copy}))).toEqual(['whole']);
});

it.each([
  ['is cut off in the middle', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['is empty', (file: string) => truncateSync(file, 0)],
  ['is something else', (file: string) => writeFileSync(file, 'not a database at all, but long enough to look at'.repeat(200))],
  ['comes from a later handbook', (file: string) => new DatabaseSync(file).exec('PRAGMA user_version = 99')],
  ['has gone, but not what belongs to it', (file: string) => cpSync(file, `${file}-wal`) ?? rmSync(file)],
])('does not begin anew when its file %s', async (_what, damage) => {
  const log = await start();
  for (let n = 0; n < 20; n++) await log.append(one, new Uint8Array(5000).fill(n));
  await log.close();
  const file = join(folder, 'boards.sqlite');
  damage(file);
  const before = existsSync(file) ? readFileSync(file) : undefined;
  await expect(openSqliteLog({folder})).rejects.toThrow(/boards\.sqlite .*(begin anew|handbook reads 1)/);
  expect(existsSync(file) ? readFileSync(file) : undefined).toEqual(before);
});
