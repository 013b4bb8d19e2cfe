import {describe, expect, it} from 'vitest';
import {openMemoryShelf, type Shelf} from '../../../src/runbook/timeline/shelf.ts';
import {openStore, type Store} from '../../../src/runbook/timeline/store.ts';
import {page, step} from './samples.ts';

const start = Date.UTC(2026, 10, 21, 18, 0);

function open(shelf: Shelf): Store {
  return openStore({shelf, changed: () => undefined, now: () => start});
}
const add = (store: Store): Promise<unknown> => store.add({page, openedAt: start, happened: [{at: start, what: {kind: 'ticked', step}}]});

describe('the store', () => {
  it('keeps what it knows, and says that it will not last, when the storage fails in the middle', async () => {
    const inner = openMemoryShelf();
    let isFull = false;
    const store = open({
      ...inner,
      write: (work) => (isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : inner.write(work)),
    });
    await add(store);
    await store.read();
    expect(store.isLasting()).toBe(true);
    isFull = true;
    await add(store);
    expect((await store.read()).running?.entries.map(({kind}) => kind)).toEqual(['opened', 'ticked', 'ticked']);
    expect(store.isLasting()).toBe(false);
    store.end();
  });

  it('works in memory from the first moment where there is no storage', async () => {
    const refused = (): Promise<never> => Promise.reject(new DOMException('no', 'SecurityError'));
    const store = open({read: refused, write: refused, end: () => undefined});
    expect((await store.read()).running).toBeUndefined();
    await add(store);
    expect((await store.read()).running?.entries).toHaveLength(2);
    expect(store.isLasting()).toBe(false);
    store.end();
  });

  it('tells other tabs when it has written', async () => {
    const shelf = openMemoryShelf();
    const told = new Promise<void>((resolve) => void openStore({shelf, changed: resolve}));
    await add(open(shelf));
    await told;
  });
});
