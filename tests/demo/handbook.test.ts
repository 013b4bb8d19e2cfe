import {expect, it} from 'vitest';
import {changeIn} from '../../src/demo/handbook.server.ts';

it.each([
  ['{"level":30,"id":"alert:A","from":"ok","state":"firing","msg":"state changed"}', 'alert:A: ok → firing'],
  ['{"level":30,"id":"*","from":"ok","state":"unknown no-series","msg":"state changed"}', 'all alerts together: ok → unknown no-series'],
  ['{"level":30,"id":"alert:A","from":"unknown never-seen","state":"ok","msg":"state changed"}', undefined],
  ['{"level":40,"id":"alert:A","msg":"source fails"}', undefined],
  ['{broken', undefined],
  ['handbook: listening on http://127.0.0.1:3000', undefined],
])('reads a change of state from the log: %s', (line, change) => {
  expect(changeIn(line)).toBe(change);
});
