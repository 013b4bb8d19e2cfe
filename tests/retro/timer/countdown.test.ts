import {describe, expect, it} from 'vitest';
import {addMinute, atBox, goTo, leftOf, look, pause, readCountdown, sayLeft, start} from '../../../src/retro/timer/countdown.ts';

const boxes = [{minutes: 3}, {minutes: 1}];
const minute = 60_000;

describe('a countdown', () => {
  it('begins with the minutes of its box and does not run', () => {
    expect(leftOf(atBox(boxes, 0), 5)).toBe(3 * minute);
  });

  it('ends at a fixed time, whatever lies between', () => {
    const running = start(atBox(boxes, 0), 1000);
    expect(leftOf(running, 1000 + minute)).toBe(2 * minute);
    expect(leftOf(running, 1000 + 5 * minute)).toBe(-2 * minute);
  });

  it('goes on after a pause with what was left', () => {
    const paused = pause(start(atBox(boxes, 0), 0), minute);
    expect(leftOf(paused, 9 * minute)).toBe(2 * minute);
    expect(leftOf(start(paused, 9 * minute), 10 * minute)).toBe(minute);
  });

  it('gives a minute more, and a whole one when the time is over', () => {
    expect(leftOf(addMinute(atBox(boxes, 0), 0), 0)).toBe(4 * minute);
    const over = addMinute(start(atBox(boxes, 1), 0), 9 * minute);
    expect([over.kind, leftOf(over, 9 * minute)]).toEqual(['running', minute]);
  });

  it('goes to another box, running when it ran', () => {
    expect(goTo(atBox(boxes, 0), {boxes, box: 1, now: 7})).toEqual({kind: 'paused', box: 1, left: minute});
    expect(goTo(start(atBox(boxes, 0), 0), {boxes, box: 1, now: 7})).toEqual({kind: 'running', box: 1, endsAt: 7 + minute});
  });

  it.each([
    [3 * minute, '3:00'],
    [59_001, '1:00'],
    [1, '0:01'],
    [0, '0:00'],
    [-999, '0:00'],
    [-130_000, '2:10'],
    [75 * minute, '75:00'],
  ])('says %d ms as %s', (left, said) => {
    expect(sayLeft(left)).toBe(said);
  });
});

describe('looking at it', () => {
  const watched = {countdown: start(atBox(boxes, 0), 0), now: 0};

  it('has news at one minute and at the end, once each', () => {
    const before = look(watched, 2 * minute - 1);
    expect(before.news).toBeUndefined();
    const last = look(before, 2 * minute);
    expect(last.news).toBe('minute');
    expect(look(last, 2 * minute + 250).news).toBe('minute');
    expect(look(last, 3 * minute).news).toBe('end');
  });

  it('says only that it is over when nobody looked for long', () => {
    expect(look(watched, 9 * minute).news).toBe('end');
  });

  it('has none for a box of a minute that has just begun', () => {
    expect(look({countdown: start(atBox(boxes, 1), 0), now: 0}, 250).news).toBeUndefined();
  });
});

describe('what a tab has kept', () => {
  it('is found again', () => {
    for (const countdown of [atBox(boxes, 1), start(atBox(boxes, 0), 5)])
      expect(readCountdown(JSON.stringify(countdown), boxes)).toEqual(countdown);
  });

  it.each([
    null,
    '',
    'null',
    '7',
    '{}',
    '{"kind":"running","box":5,"endsAt":1}',
    '{"kind":"running","box":0}',
    '{"kind":"x","box":0,"left":1}',
  ])('is nothing when it is %s', (text) => {
    expect(readCountdown(text, boxes)).toBeUndefined();
  });
});
