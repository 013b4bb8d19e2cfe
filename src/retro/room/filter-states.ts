import type {Connection, Document} from '@hocuspocus/server';
import {roots} from '../board/shapes.ts';
import type {CutOff} from './cut-off.ts';
import {memberAt} from './open-rooms.ts';
import {passPresence} from './presence.ts';

/** The most characters that the presence of one message may have. */
const mostPresence = 4096;
/** How many tabs may stand behind one connection. One does. */
const mostClients = 4;

interface Options {
  readonly connection: Connection;
  readonly document: Document;
  readonly isOwn: boolean;
}

/**
 * Takes out of what a tab says of its person what the others may not get, in place. In somebody's own room that is all of it: their tabs need
 * not know of each other. Gives the reason when the tab must be cut off; then nothing is left.
 */
export function filterStates(states: Map<number, unknown>, {connection, document, isOwn}: Options): CutOff | undefined {
  const member = memberAt(connection);
  const cards = document.getMap(roots.cards);
  if (isOwn) states.clear();
  const isLarge = JSON.stringify([...states.values()]).length > mostPresence;
  for (const [client, state] of states) {
    const passed = passPresence(state, {member, hasCard: (id) => cards.has(id)});
    if (isLarge || passed === 'forged') {
      states.clear();
      return isLarge ? 'too-large' : 'forged';
    }
    if (mayShow(client, {connection, document})) states.set(client, passed);
    else states.delete(client);
  }
  return undefined;
}

/** A tab shows itself only: not in the place of another person’s, and not a hundred times. */
function mayShow(client: number, {connection, document}: Pick<Options, 'connection' | 'document'>): boolean {
  const mine = document.getClients(connection);
  if (mine.has(client)) return true;
  const holder = document.getConnections().find((other) => document.getClients(other).has(client));
  return mine.size < mostClients && (holder === undefined || memberAt(holder) === memberAt(connection));
}
