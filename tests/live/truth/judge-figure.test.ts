import {describe, expect, it} from 'vitest';
import type {NamedQuery} from '../../../src/catalog/queries.ts';
import type {Figure} from '../../../src/live/sources/adapter.ts';
import type {Existence} from '../../../src/live/sources/existence.server.ts';
import type {Reading} from '../../../src/live/sources/reading.ts';
import type {Budget} from '../../../src/live/state.ts';
import {judgeBudget, judgeFigure} from '../../../src/live/truth/judge-figure.ts';
import {failed, now, prometheus, read, rule} from '../../support/readings.ts';

const title = {en: 'x', ja: 'x'};
const query = {
  name: 'x',
  title,
  expr: 'up',
  params: {},
  step: '1m',
  every: '15s',
  degraded: {above: 0.5, below: 0.1},
  down: {above: 0.9},
} satisfies NamedQuery['query'];
const seen = (given: Partial<Existence> = {}): Existence => ({
  asked: new Set(['up']),
  missing: new Set(),
  partial: new Set(),
  warnings: 0,
  ...given,
});
const say = (verdict: ReturnType<typeof judgeFigure>): string => (verdict.state === 'unknown' ? verdict.reason : verdict.state);

describe('judgeFigure', () => {
  const judge = (reading: Reading<Figure> | undefined, behind: Parameters<typeof judgeFigure>[1]['prometheus']): string =>
    say(judgeFigure(query, {reading, ...(behind !== undefined && {prometheus: behind}), source: 'prometheus', everyMs: 15_000, now}));
  const behind = (existence: Existence) => ({reading: prometheus([], {now: existence}), needs: ['up']});

  it('goes by its bounds', () => {
    expect(judge(read({figure: 0.3}), behind(seen()))).toBe('ok');
    expect(judge(read({figure: 0.6}), behind(seen()))).toBe('degraded');
    expect(judge(read({figure: 0.05}), behind(seen()))).toBe('degraded');
    expect(judge(read({figure: 0.95}), behind(seen()))).toBe('down');
  });

  it.each([
    ['its series are gone meanwhile', behind(seen({missing: new Set(['up'])})), 'no-series'],
    ['nobody has looked for its series yet', behind(seen({asked: new Set()})), 'never-seen'],
    ['a target of its series cannot be scraped', behind(seen({partial: new Set(['up'])})), 'partial'],
    ['the source gave warnings', behind(seen({warnings: 2})), 'partial'],
    ['the source went silent', {reading: failed('timeout'), needs: ['up']}, 'timeout'],
    [
      'no rule of the source was evaluated lately',
      {reading: prometheus([rule({evaluatedMsAgo: 60_000})], {now: seen()}), needs: ['up']},
      'stale',
    ],
    ['no source is set up', {reading: null, needs: ['up']}, 'not-configured'],
  ])('is unknown when %s, however fresh the figure', (_name, given, reason) => {
    expect(judge(read({figure: 0.3}), given)).toBe(reason);
  });

  it('says of a figure what a figure rests on, and nothing of the targets of series that are gone', () => {
    const checksOf = (existence: Existence): string[] =>
      judgeFigure(query, {
        reading: read({figure: 0.3}),
        prometheus: behind(existence),
        source: 'prometheus',
        everyMs: 15_000,
        now,
      }).evidence.map(({check, ok}) => `${check} ${ok}`);
    const others = ['whole-answer true', 'gives-figure true'];
    expect(checksOf(seen())).toEqual(['answers true', 'has-data true', 'all-targets-scraped true', ...others]);
    expect(checksOf(seen({missing: new Set(['up'])}))).toEqual(['answers true', 'has-data false', ...others]);
    expect(checksOf(seen({asked: new Set()}))).toEqual(['answers true', 'has-data false', ...others]);
  });

  it('is unknown when it was not read, is old, or says itself that it is old', () => {
    expect(judge(undefined, behind(seen()))).toBe('never-seen');
    expect(judge(failed('no-series'), behind(seen()))).toBe('no-series');
    expect(judge(read({figure: 0.3}, now - 60_000), behind(seen()))).toBe('stale');
    expect(judge(read({figure: 0.3, saidAt: Date.now() - 10_000, maxAgeMs: 5000}), undefined)).toBe('stale');
    expect(judge(read({figure: 0.3, saidAt: Date.now(), maxAgeMs: 5000}), undefined)).toBe('ok');
  });
});

describe('judgeBudget', () => {
  const budget: Budget = {
    target: 0.999,
    windowMs: 30 * 86_400_000,
    coveredMs: 30 * 86_400_000,
    remaining: 0.6,
    burn: [
      {windowMs: 3_600_000, rate: 1},
      {windowMs: 21_600_000, rate: 1},
    ],
  };
  const judge = (given: Partial<Budget>) =>
    judgeBudget({
      reading: read({...budget, ...given}),
      prometheus: {reading: prometheus([], {now: seen()}), needs: ['up']},
      source: 'prometheus',
      everyMs: 300_000,
      now,
    });

  it('is ok while something is left and nothing burns', () => {
    expect(judge({})).toMatchObject({state: 'ok', value: {budget: {remaining: 0.6}}});
  });

  it('is degraded when nothing is left, or what is left burns fast', () => {
    expect(judge({remaining: 0}).state).toBe('degraded');
    expect(judge({remaining: -2}).state).toBe('degraded');
    expect(judge({burn: [{windowMs: 3_600_000, rate: 14.4}]}).state).toBe('degraded');
    expect(judge({burn: [{windowMs: 21_600_000, rate: 6}]}).state).toBe('degraded');
    expect(judge({burn: [{windowMs: 86_400_000, rate: 5}]}).state).toBe('ok');
  });

  it('says how much of the window is known', () => {
    expect(judge({coveredMs: 86_400_000}).evidence).toContainEqual({
      source: 'prometheus',
      check: 'covers-window',
      ok: false,
      detail: '1 d of 30 d',
    });
  });
});
