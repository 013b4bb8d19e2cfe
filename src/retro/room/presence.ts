import {longestName, type Presence} from '../board/wire.ts';

/** The most characters of the id of a card. */
const longestId = 64;

/**
 * What the others get of what a tab shows of its person: the fields of `Presence`, nothing else. A tab that does not say yet who it is shows
 * nothing. A draft is not on the board, so that nobody hears of it by its id.
 */
export function passPresence(
  state: unknown,
  {member, hasCard}: {readonly member: string; readonly hasCard: (id: string) => boolean},
): Presence | Record<string, never> | 'forged' {
  if (typeof state !== 'object' || state === null || !('member' in state)) return {};
  if (state.member !== member) return 'forged';
  const {name, isDone, card} = state as Readonly<Record<string, unknown>>;
  return {
    member,
    name: typeof name === 'string' ? name.slice(0, longestName).toWellFormed() : '',
    isDone: isDone === true,
    ...(typeof card === 'string' && card.length <= longestId && hasCard(card) && {card}),
  };
}
