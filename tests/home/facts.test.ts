import {expect, it} from 'vitest';
import {minutesToRead} from '../../src/home/facts.ts';

it('counts English words and Japanese characters, and not what nobody reads', () => {
  expect(minutesToRead('word '.repeat(401), 'en')).toBe(3);
  expect(minutesToRead('字'.repeat(1001), 'ja')).toBe(3);
  expect(minutesToRead('{/* a b c */} [two words](/a/long/address.mdx) <Component prop="x" />', 'en')).toBe(1);
  expect(minutesToRead('', 'ja')).toBe(1);
});
