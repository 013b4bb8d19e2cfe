import * as fc from 'fast-check';
import {beforeEach, describe, expect, it} from 'vitest';
import type {Happening} from '../../../src/runbook/timeline/contract.ts';
import {
  addReport,
  beginIncident,
  closeIncidents,
  mergeIncident,
  minutesOf,
  readIncident,
  readTimeline,
  resumeIncident,
  tickedSteps,
  type Report,
} from '../../../src/runbook/timeline/incidents.ts';
import {openMemoryShelf, type Records, type Shelf} from '../../../src/runbook/timeline/shelf.ts';
import {entryAt, incident, page, step} from './samples.ts';

const start = Date.UTC(2026, 10, 21, 18, 0);
const hours = 3_600_000;
const ticked: Happening = {kind: 'ticked', step};
const state: Happening = {kind: 'state', text: 'alert:A ok → firing'};

let shelf: Shelf;
beforeEach(() => {
  shelf = openMemoryShelf();
});
const work = <T>(how: (records: Records) => Promise<T>): Promise<T> => shelf.write(how);
const report = (at: number, what: Happening, more: Partial<Report> = {}): Report => ({page, openedAt: at, happened: [{at, what}], ...more});
const add = (at: number, what: Happening, more: Partial<Report> = {}): Promise<unknown> =>
  work((records) => addReport(records, report(at, what, more), at));
const read = (now: number): ReturnType<typeof readTimeline> => work((records) => readTimeline(records, now));
const kindsAt = async (now: number): Promise<string[]> => ((await read(now)).running?.entries ?? []).map(({kind}) => kind);

describe('an incident', () => {
  it('begins with the first deed, and with when its page was opened', async () => {
    expect((await read(start)).running).toBeUndefined();
    await add(start + 60_000, ticked, {openedAt: start, alert: 'KubePodCrashLooping'});
    const {running} = await read(start + 60_000);
    expect(running).toMatchObject({title: 'KubePodCrashLooping', startedAt: '2026-11-21T18:00:00.000Z'});
    expect(running?.entries.map(({kind, at}) => [kind, at.slice(11, 19)])).toEqual([
      ['opened', '18:00:00'],
      ['ticked', '18:01:00'],
    ]);
  });

  it('is gone on with by other pages, each opened once', async () => {
    await add(start, ticked);
    await add(start + 1000, ticked, {page: 'procedures/roll-back'});
    await add(start + 2000, {kind: 'noted', text: 'a'});
    expect(await kindsAt(start + 2000)).toEqual(['opened', 'ticked', 'opened', 'ticked', 'noted']);
    expect((await read(start)).past).toEqual([]);
  });

  it('does not begin by a live word that changes', async () => {
    expect(await work((records) => addReport(records, report(start, state), start))).toBeUndefined();
    expect((await read(start)).running).toBeUndefined();
  });

  it('tells a change of a live word once, however many places say it', async () => {
    await add(start, ticked);
    await add(start + 100, state);
    await add(start + 200, state);
    await add(start + 60_000, state);
    expect(await kindsAt(start + 60_000)).toEqual(['opened', 'ticked', 'state', 'state']);
  });

  it('is over after twelve hours in which nobody did anything', async () => {
    await add(start, ticked);
    await add(start + 11 * hours, state);
    expect((await read(start + 12 * hours)).running).toBeDefined();
    expect((await read(start + 12 * hours + 1)).running).toBeUndefined();
    await add(start + 13 * hours, ticked);
    const {running, past} = await read(start + 13 * hours);
    expect(running?.entries).toHaveLength(2);
    expect(past).toMatchObject([{startedAt: '2026-11-21T18:00:00.000Z', closedAt: '2026-11-21T18:00:00.000Z'}]);
  });

  it('can be closed, and gone on with when that was a slip', async () => {
    await add(start, ticked);
    const id = (await read(start)).running?.id ?? '';
    await work((records) => closeIncidents(records, start + 1000));
    expect((await read(start + 1000)).running).toBeUndefined();
    await add(start + 2000, ticked);
    await work((records) => resumeIncident(records, id, start + 3000));
    const {running, past} = await read(start + 3000);
    expect(running?.id).toBe(id);
    expect(past).toHaveLength(1);
  });

  it('is followed by another when somebody says so', async () => {
    await add(start, ticked);
    await work((records) => beginIncident(records, report(start + 1000, ticked), start + 1000));
    await work((records) => addReport(records, {page, openedAt: start + 1000, happened: []}, start + 1000));
    expect(await kindsAt(start + 1000)).toEqual(['opened']);
    expect((await read(start + 1000)).past).toHaveLength(1);
  });

  it('knows the ticked steps of a page by the last word on each', () => {
    const entries = [
      entryAt('01:00:02', {kind: 'unticked', step: {id: 'b', title: 'B'}}),
      entryAt('01:00:00', ticked),
      entryAt('01:00:01', {kind: 'ticked', step: {id: 'b', title: 'B'}}),
      {...entryAt('01:00:03', {kind: 'ticked' as const, step: {id: 'c', title: 'C'}}), page: 'procedures/other'},
    ];
    expect([...tickedSteps({...incident, entries}, page)]).toEqual(['see-copies']);
  });

  it('took the minutes until the last deed', () => {
    expect(minutesOf(incident)).toBe(3);
    expect(minutesOf({...incident, entries: []})).toBe(1);
  });
});

describe('an import', () => {
  const now = Date.UTC(2026, 10, 21, 18, 20);
  const merge = (brought: typeof incident): Promise<{added: number; known: number}> =>
    work((records) => mergeIncident(records, brought, now));

  it('runs on the other device when nothing does there', async () => {
    expect(await merge(incident)).toEqual({added: 5, known: 0});
    expect((await read(now)).running).toEqual(incident);
  });

  it('adds nothing the second time', async () => {
    await merge(incident);
    expect(await merge(incident)).toEqual({added: 0, known: 5});
    expect((await read(now)).running).toEqual(incident);
  });

  it('joins the incident that runs at the same time, and finds it again', async () => {
    await add(now, {kind: 'noted', text: 'here'});
    await merge(incident);
    await merge({...incident, entries: [...incident.entries, entryAt('18:16:00', ticked)]});
    const {running, past} = await read(now);
    expect(past).toEqual([]);
    expect(running?.entries.map(({kind}) => kind)).toEqual(['opened', 'copied', 'ticked', 'state', 'noted', 'ticked', 'opened', 'noted']);
    expect(running?.startedAt).toBe(incident.startedAt);
  });

  it('stands for itself when it is of another time', async () => {
    await add(now + 48 * hours, ticked);
    await work((records) => mergeIncident(records, incident, now + 48 * hours));
    const {running, past} = await read(now + 48 * hours);
    expect(running?.entries).toHaveLength(2);
    expect(past).toMatchObject([{id: 'i1', closedAt: '2026-11-21T18:14:00.000Z'}]);
    expect((await work((records) => readIncident(records, 'i1')))?.entries).toHaveLength(5);
  });

  it('loses and doubles nothing, in any order and however often', async () => {
    const all = Array.from({length: 6}, (_, n) => entryAt(`18:1${n}:00`, {kind: 'noted', text: String(n)}, `n${n}`));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.subarray(all), {minLength: 1, maxLength: 5}), async (pastes) => {
        shelf = openMemoryShelf();
        for (const entries of pastes) await merge({...incident, entries});
        const {running, past} = await read(now);
        const held = [...(running?.entries ?? [])];
        for (const {id} of past) held.push(...((await work((records) => readIncident(records, id)))?.entries ?? []));
        expect(held.map(({id}) => id).toSorted()).toEqual([...new Set(pastes.flat().map(({id}) => id))].toSorted());
      }),
    );
  });
});
