import type {Board, LastTry} from './shapes.ts';

type Open = Pick<LastTry, 'id' | 'text' | 'owner' | 'check' | 'carried'> & Pick<Board['meta'], 'lang'>;

/**
 * What is open once boards that were closed count too whose records are not in the register yet: what they decided of last Tries, and what they
 * chose. A chosen Try has the id that `npm run retro -- import` will give it.
 */
export function stillOpen(registered: readonly Open[], closedBoards: readonly Board[]): readonly Open[] {
  const open = new Map(registered.map((each) => [each.id, each]));
  for (const {meta, cards, lastTries} of closedBoards.toSorted((a, b) => (a.meta.date < b.meta.date ? -1 : 1))) {
    for (const {id, outcome, nextCheck} of lastTries) {
      const known = open.get(id);
      if (outcome === 'done' || outcome === 'drop') open.delete(id);
      else if (outcome === 'keep' && known !== undefined) open.set(id, {...known, check: nextCheck, carried: known.carried + 1});
    }
    const day = meta.date.replaceAll('-', '');
    let n = 1;
    for (const {column, text, commitment} of cards) {
      if (column !== 'try' || commitment === undefined) continue;
      while (open.has(`try-${day}-${n}`)) n++;
      const id = `try-${day}-${n++}`;
      open.set(id, {id, text, owner: commitment.owner, check: commitment.check, carried: 0, lang: meta.lang});
    }
  }
  return [...open.values()];
}
