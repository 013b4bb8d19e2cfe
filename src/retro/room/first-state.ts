import {applyUpdate, decodeUpdate, Doc, encodeStateAsUpdate, type Transaction} from 'yjs';
import {readMeta} from '../board/read-board.ts';
import {roots} from '../board/shapes.ts';
import {boardLimits, countMost, isWaiting} from './rehearsal.ts';
import {isSound} from './sound.ts';

/** The state of a board that comes to the server, or in one sentence why it is none. */
export type FirstState =
  | {readonly kind: 'board'; readonly state: Uint8Array}
  | {readonly kind: 'none'; readonly why: 'malformed' | 'too-large'; readonly message: string};

/** Reads a state by making a board of it, as everybody will. */
export function readFirstState(bytes: Uint8Array): FirstState {
  const document = new Doc();
  let isGood = true;
  document.on('afterTransaction', (transaction: Transaction) => (isGood &&= isSound(transaction)));
  try {
    decodeUpdate(bytes);
    applyUpdate(document, bytes);
  } catch (error) {
    return malformed(`Expected the whole state of a board as Yjs encodes it; it cannot be applied: ${(error as Error).message}`);
  }
  if (!isGood) return malformed('Expected clocks below 2^32, and no more than 32 shared types within each other.');
  if (isWaiting(document)) return malformed('Expected the whole state of a board; parts that others build on are missing.');
  const strange = [...document.share.keys()].find((name) => !Object.values<string>(roots).includes(name));
  if (strange !== undefined)
    return malformed(
      `Found ${JSON.stringify(strange.slice(0, 40))} in the state, expected nothing but ${Object.values(roots).join(', ')}.`,
    );
  const {phase, agenda} = readMeta(document);
  if (phase === '' || agenda === '') return malformed('Expected a board with meta.phase and meta.agenda.');
  const cards = countMost(document);
  if (cards > boardLimits.cards)
    return {kind: 'none', why: 'too-large', message: `Found ${cards} cards, expected at most ${boardLimits.cards}.`};
  return {kind: 'board', state: encodeStateAsUpdate(document)};
}

function malformed(message: string): FirstState {
  return {kind: 'none', why: 'malformed', message};
}
