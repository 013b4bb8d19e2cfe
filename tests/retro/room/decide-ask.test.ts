import {expect, it} from 'vitest';
import {Doc} from 'yjs';
import {beginBoard} from '../../../src/retro/board/edit-board.ts';
import {readMeta} from '../../../src/retro/board/read-board.ts';
import type {Ask} from '../../../src/retro/board/wire.ts';
import {readAgendas} from '../../../src/registers/read-registers.server.ts';
import {decideAsk, type Situation} from '../../../src/retro/room/decide-ask.ts';

const agenda = readAgendas('.').find(({id}) => id === 'kpt-60');
const [leader, other, key] = ['0123456789abcdef', 'fedcba9876543210', 'the-key'];
const begin = {agenda: 'kpt-60', phase: 'writing', lang: 'en', date: '2026-11-20', lastTries: [], leader} as const;

/** What comes of an ask: the meta of the board afterwards, or why it is refused. */
function after(ask: Ask, situation: Partial<Situation> & {readonly begin?: Partial<typeof begin> | {phase: string}} = {}) {
  const board = new Doc();
  beginBoard(board, {...begin, ...situation.begin});
  const decision = decideAsk(ask, {
    meta: readMeta(board),
    member: leader,
    isPresent: (member) => member === other,
    isKeyless: false,
    opens: (shown) => shown === key,
    agenda,
    now: 1000,
    random: () => 0,
    ...situation,
  });
  if (decision.kind === 'refused') return decision.why;
  if (decision.kind === 'change') decision.act({board, owns: []});
  return readMeta(board);
}

it('lets whoever leads set the box, the time, and the next leader', () => {
  expect(after({kind: 'phase', phase: 'grouping', minutes: 10})).toMatchObject({phase: 'grouping', endsAt: 601_000});
  expect(after({kind: 'phase', phase: 'grouping'})).toMatchObject({phase: 'grouping', endsAt: undefined});
  expect(after({kind: 'timer', minutes: 0.5})).toMatchObject({phase: 'writing', endsAt: 31_000});
  expect(after({kind: 'pass', to: other})).toMatchObject({leader: other});
  expect(after({kind: 'pass', to: 'nobody'})).toBe('no-such-member');
  expect(after({kind: 'phase', phase: 'elsewhere'})).toBe('no-such-box');
});

it('lets others ask for the time, and take the role or close with the key', () => {
  const member = other;
  for (const ask of [{kind: 'phase', phase: 'grouping'}, {kind: 'timer'}, {kind: 'pass', to: other}] as const)
    expect(after(ask, {member})).toBe('not-leader');
  expect(after({kind: 'time'}, {member})).toMatchObject({phase: 'writing'});
  expect(after({kind: 'lead', key}, {member})).toMatchObject({leader: other});
  expect(after({kind: 'lead'}, {member})).toBe('wrong-key');
  expect(after({kind: 'close', key: 'x'}, {member})).toBe('wrong-key');
  expect(after({kind: 'close', key}, {member})).toMatchObject({phase: 'closed'});
});

it('closes a board whose agenda has gone, and goes to none of its boxes', () => {
  expect(after({kind: 'close', key}, {agenda: undefined})).toMatchObject({phase: 'closed'});
  expect(after({kind: 'phase', phase: 'grouping'}, {agenda: undefined})).toBe('no-such-box');
});

it('leaves a closed board as it is', () => {
  const situation = {begin: {phase: 'closed'}};
  for (const ask of [{kind: 'phase', phase: 'grouping'}, {kind: 'timer'}, {kind: 'lead', key}, {kind: 'close', key}] as const)
    expect(after(ask, situation)).toBe('closed');
  expect(after({kind: 'time'}, situation)).toMatchObject({phase: 'closed'});
});

it('lets anybody lead where there is no key, and nobody close', () => {
  const keyless = {isKeyless: true, opens: () => false, member: other};
  expect(after({kind: 'lead'}, keyless)).toMatchObject({leader: other});
  expect(after({kind: 'close', key}, keyless)).toBe('wrong-key');
});
