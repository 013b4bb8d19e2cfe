import {configure} from '@testing-library/dom';
import {vi} from 'vitest';

// A clock that stands still belongs to the file that stopped it.
vi.useRealTimers();

/** Files of a worker share modules and, where they have one, the page. What is on a page, and what modules keep of it, belongs to one file alone. */
if ('document' in globalThis) {
  vi.resetModules();
  document.body.replaceChildren();
  configure({asyncUtilTimeout: 60_000});
}
