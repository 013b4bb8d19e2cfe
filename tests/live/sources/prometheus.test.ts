import {expect, it, vi} from 'vitest';
import {Reach} from '../../../src/catalog/live-contract.ts';
import {readAlertmanager} from '../../../src/live/sources/alertmanager.server.ts';
import {openOutside} from '../../../src/live/sources/outside.server.ts';
import {newMemory, readPrometheus} from '../../../src/live/sources/prometheus.server.ts';
import {answering} from '../../support/answering.ts';

const unwatched = {isWatchdog: () => false, memory: {updatedAt: '', since: 0, gaps: []}};
const reach = Reach.parse({allowPrivate: true, timeout: '500ms'});
const signal = new AbortController().signal;
const outside = () => openOutside({name: 'x', reach, env: () => undefined, signal});
const asked = (base: string) => ({base, mayBeAbsent: [], watched: [], memory: newMemory(), pace: undefined});

it.each([
  [503, 'starting', 'unreachable'],
  [302, '', 'parse'],
  [400, '{"status":"error"}', 'parse'],
  [200, '<html>', 'parse'],
  [200, '{"status":"success","data":{}}', 'parse'],
])('turns HTTP %i %s into %s', async (status, body, reason) => {
  const base = await answering(status, body);
  await expect(readPrometheus(asked(base), outside())).rejects.toMatchObject({name: 'AskError', reason});
  await expect(readAlertmanager({base, ...unwatched}, outside())).rejects.toMatchObject({name: 'AskError', reason});
});

it('does not take a state of Alertmanager that nobody knows for a quiet one', async () => {
  const base = await answering(200, JSON.stringify([{labels: {}, startsAt: '', status: {state: 'novel'}}]));
  await expect(readAlertmanager({base, ...unwatched}, outside())).rejects.toMatchObject({reason: 'parse'});
});

it('keeps what the source said to itself', async () => {
  const base = await answering(422, '{"error":"secret labels"}');
  await expect(readPrometheus(asked(base), outside())).rejects.toThrow(/^HTTP 422$/);
});

it('learns how often the Watchdog is confirmed, and notices when it no longer is', async () => {
  vi.useFakeTimers({toFake: ['performance']});
  const memory = {updatedAt: '', since: 0, gaps: []};
  const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  const ask = async (minute: number) => {
    const alert = {
      labels: {alertname: 'Watchdog'},
      startsAt: at(0),
      endsAt: '2999-01-01T00:00:00Z',
      updatedAt: at(minute),
      status: {state: 'active'},
    };
    const base = await answering(200, JSON.stringify([alert]));
    return (await readAlertmanager({base, isWatchdog: ({alertname}) => alertname === 'Watchdog', memory}, outside())).pulse;
  };
  expect(await ask(0)).toBeUndefined();
  for (const minute of [1, 2]) {
    vi.advanceTimersByTime(60_000);
    await ask(minute);
  }
  vi.advanceTimersByTime(100_000);
  expect(await ask(2)).toEqual({silentMs: 100_000, limitMs: 155_000});
  vi.useRealTimers();
});
