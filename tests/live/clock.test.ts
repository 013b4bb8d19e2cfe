import {expect, it} from 'vitest';
import {steadyClock} from '../../src/live/clock.ts';

function clock() {
  const time = {wall: 1_000_000, uptime: 50};
  return {time, read: steadyClock({wall: () => time.wall, uptime: () => time.uptime})};
}

it('moves with time', () => {
  const {time, read} = clock();
  const before = read();
  time.wall += 700;
  time.uptime += 700;
  expect(read() - before).toBe(700);
});

it('does not go back with the clock of the machine', () => {
  const {time, read} = clock();
  const before = read();
  time.wall -= 300_000;
  time.uptime += 20;
  expect(read() - before).toBe(20);
});

it('has aged when the machine slept, though its uptime stood still', () => {
  const {time, read} = clock();
  const before = read();
  time.wall += 3_600_000;
  expect(read() - before).toBe(3_600_000);
});
