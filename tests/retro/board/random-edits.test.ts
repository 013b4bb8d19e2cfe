import {expect, it} from 'vitest';
import {editAtRandom} from './random-edits.ts';

const runs = Number(process.env['RANDOM_EDITS'] ?? 40);
/** A pull request is to blame for its own faults alone; the nightly run takes another. */
const seed = Number(process.env['RANDOM_EDITS_SEED'] ?? 1);

it(
  'shows every replica the same board after edits that were dropped, repeated and reordered, and loses no card',
  () => {
    let cards = 0;
    for (let run = 0; run < runs; run++) {
      const {boards, kept} = editAtRandom(seed + run);
      const [first] = boards;
      const shown = new Set(first?.board.cards.map(({id}) => id));
      const told = {seed: seed + run, missing: kept.filter((id) => !shown.has(id)), boards};
      expect(told).toEqual({seed: seed + run, missing: [], boards: boards.map(() => first)});
      cards += kept.length;
    }
    expect(cards).toBeGreaterThan(runs);
    console.log(`random edits: ${runs} runs converge`);
    console.log(`random edits: seed ${seed}, ${cards} cards kept`);
  },
  60_000 + runs * 500,
);
