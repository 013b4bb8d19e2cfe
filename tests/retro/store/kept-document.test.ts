import {expect, test, vi} from 'vitest';
import {applyUpdate, Doc, encodeStateAsUpdate, mergeUpdates} from 'yjs';
import type {Device} from '../../../src/retro/store/device.ts';
import {keepDocument} from '../../../src/retro/store/kept-document.ts';
import type {TabNews} from '../../../src/retro/store/tabs.ts';

/** A disk that can be full, slow, or have forgotten everything. */
function open({answer = 'kept'}: {readonly answer?: 'kept' | 'unknown' | 'gone'} = {}) {
  const rows: Uint8Array[] = [];
  const news: TabNews[] = [];
  const disk = {isFull: false, answer};
  const document = new Doc();
  const device = {
    append: async (_name: string, update: Uint8Array) => {
      await Promise.resolve();
      if (disk.isFull) throw new Error('full');
      if (disk.answer === 'kept') rows.push(update);
      return disk.answer;
    },
    read: async () => (rows.length === 0 ? undefined : mergeUpdates(rows)),
  } satisfies Pick<Device, 'append' | 'read'>;
  const [putBoard, gone, changed] = [vi.fn<() => Promise<void>>(async () => undefined), vi.fn<() => void>(), vi.fn<() => void>()];
  const kept = keepDocument({
    document,
    name: 'board',
    // Nothing else of a device is asked by one document.
    device: device as Pick<Device, 'append' | 'read'> as Device,
    tabs: {tell: (each) => news.push(each)},
    putBoard,
    gone,
    changed,
    works: () => undefined,
  });
  const texts = (): Record<string, unknown> => {
    const copy = new Doc();
    if (rows.length > 0) applyUpdate(copy, mergeUpdates(rows));
    return copy.getMap('cards').toJSON();
  };
  const write = (text: string): unknown => document.getMap('cards').set(text, true);
  return {document, kept, disk, rows, news, texts, write, putBoard, gone};
}

test('says that it is kept once the device has said so, and writes together what came meanwhile', async () => {
  const {kept, write, texts, rows, news} = open();
  for (const text of ['a', 'b', 'c']) write(text);
  expect(kept.isKept()).toBe(false);
  await expect.poll(kept.isKept).toBe(true);
  expect(Object.keys(texts())).toEqual(['a', 'b', 'c']);
  expect([rows.length, news.length]).toEqual([2, 2]);
});

test('keeps what a full disk did not take until the next time', async () => {
  const {kept, write, disk, texts} = open();
  disk.isFull = true;
  write('a');
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(kept.isKept()).toBe(false);
  disk.isFull = false;
  write('b');
  await expect.poll(kept.isKept).toBe(true);
  expect(Object.keys(texts())).toEqual(['a', 'b']);
});

test('puts the whole board on a device that has forgotten it, and nothing on one that was told that it is gone', async () => {
  const lost = open({answer: 'unknown'});
  lost.write('a');
  await expect.poll(lost.kept.isKept).toBe(true);
  expect(lost.putBoard).toHaveBeenCalledOnce();
  const deleted = open({answer: 'gone'});
  deleted.write('a');
  await expect.poll(deleted.kept.isKept).toBe(true);
  expect([deleted.gone.mock.calls.length, deleted.putBoard.mock.calls.length]).toEqual([1, 0]);
});

test('does not write again what another tab has written', async () => {
  const {kept, document, rows, news} = open();
  const other = new Doc();
  other.getMap('cards').set('x', true);
  kept.hear(encodeStateAsUpdate(other));
  expect([document.getMap('cards').has('x'), kept.isKept(), rows, news]).toEqual([true, true, [], []]);
});
