import {expect, it} from 'vitest';
import {pastedCards} from '../../../../src/retro/ui/cards/pasted-cards.ts';

it('takes a line for a card, without the signs of a list', () => {
  expect(pastedCards('- one\r\n* two\n\n3. three\n・四\n2つ目の問題\n  ')).toEqual(['one', 'two', 'three', '四', '2つ目の問題']);
});
