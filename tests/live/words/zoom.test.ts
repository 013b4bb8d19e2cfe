import {describe, expect, it} from 'vitest';
import {moved} from '../../../src/live/words/zoom.ts';

const whole = {min: 0, max: 100};

describe('the part of a chart that is looked at', () => {
  it.each([
    ['in', {min: 0, max: 100}, {min: 25, max: 75}],
    ['in', {min: 40, max: 50}, {min: 40, max: 50}],
    ['out', {min: 40, max: 60}, {min: 30, max: 70}],
    ['out', {min: 80, max: 100}, {min: 60, max: 100}],
    ['earlier', {min: 40, max: 60}, {min: 30, max: 50}],
    ['earlier', {min: 5, max: 25}, {min: 0, max: 20}],
    ['later', {min: 90, max: 100}, {min: 90, max: 100}],
  ] as const)('moves %s from %o to %o, never beyond what there is nor closer than a few points', (step, from, to) => {
    expect(moved(from, {step, whole, least: 10})).toEqual(to);
  });
});
