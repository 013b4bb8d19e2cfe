import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {openIndexedDb} from '../../../src/runbook/timeline/indexed-db.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const deaf = {addEventListener: () => undefined};
const store = {getAll: () => deaf, put: () => deaf};

describe('openIndexedDb', () => {
  it('gives up when the storage does not open', async () => {
    vi.stubGlobal('indexedDB', {open: () => deaf});
    await Promise.all([
      expect(openIndexedDb().read((records) => records.incidents())).rejects.toThrow('no answer'),
      vi.advanceTimersByTimeAsync(4000),
    ]);
  });

  it('gives up when the storage opens and then does not answer, and undoes what was begun', async () => {
    const abort = vi.fn<() => void>();
    const db = {...deaf, transaction: () => ({...deaf, objectStore: () => store, abort})};
    const request = {result: db, addEventListener: (name: string, heard: () => void) => void (name === 'success' && heard())};
    vi.stubGlobal('indexedDB', {open: () => request});
    const incident = {id: 'a', startedAt: '2026-01-01T00:00:00Z', title: 'a'};
    await Promise.all([
      expect(openIndexedDb().write((records) => records.putIncident(incident))).rejects.toThrow('no answer'),
      vi.advanceTimersByTimeAsync(4000),
    ]);
    expect(abort).toHaveBeenCalledOnce();
  });

  it('does not work late what was given up', async () => {
    let answer = (): void => undefined;
    const work = vi.fn<() => Promise<void>>(async () => undefined);
    const db = {...deaf, transaction: () => ({...deaf, objectStore: () => store, abort: () => undefined})};
    const request = {result: db, addEventListener: (name: string, heard: () => void) => void (name === 'success' && (answer = heard))};
    vi.stubGlobal('indexedDB', {open: () => request});
    await Promise.all([expect(openIndexedDb().write(work)).rejects.toThrow('no answer'), vi.advanceTimersByTimeAsync(4000)]);
    answer();
    await vi.advanceTimersByTimeAsync(1);
    expect(work).not.toHaveBeenCalled();
  });
});
