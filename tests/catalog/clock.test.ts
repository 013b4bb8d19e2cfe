import {describe, expect, it} from 'vitest';
import {clockOf} from '../../src/catalog/clock.ts';
import {readKnown} from '../../src/handover/read-known.server.ts';
import {readHealth} from '../../src/health/read-health.server.ts';

describe('the clock', () => {
  it('is the present without a sample', () => {
    const now = new Date('2026-10-01T12:00Z');
    expect(clockOf({}, now)).toEqual({today: '2026-10-01', present: now});
  });

  it('stands still with the sample, and is not behind what was written since', () => {
    const now = new Date('2027-03-01T12:00Z');
    expect(clockOf({as_of: '2026-11-22'}, now)).toEqual({today: '2026-11-22', present: now});
  });

  it('lets a machine whose clock is behind the sample read it', () => {
    expect(clockOf({as_of: '2026-11-22'}, new Date('2026-10-01')).present.toISOString()).toBe('2026-11-22T23:59:59.999Z');
    expect(readHealth('.', new Date('2026-10-01')).services).not.toEqual([]);
    expect(readKnown('.', 'en', new Date('2026-10-01')).evidence).not.toEqual([]);
  });
});
