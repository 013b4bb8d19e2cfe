import {randomBytes} from 'node:crypto';
import type {HocuspocusProvider} from '@hocuspocus/provider';
import {Doc, Map as YMap, Text as YText} from 'yjs';
import {connectBoard} from '../../src/retro/store/connect-board.ts';
import {until} from './processes.ts';

/** One person's tab with a board, without a page around it. */
export interface BoardClient {
  readonly document: Doc;
  readonly provider: HocuspocusProvider;
  /** Why the room was refused, when it was. */
  readonly refused: () => string | undefined;
  /** Codes and reasons of the ends of its sockets. */
  readonly closed: readonly string[];
  readonly add: (card: string, text?: string) => void;
  /** The text of each card. */
  readonly cards: () => Record<string, string>;
  /** Waits until the server has acknowledged everything. */
  readonly saved: () => Promise<void>;
  readonly end: () => void;
}

export function newBoardId(): string {
  return randomBytes(16).toString('base64url');
}

/** `url` is that of the handbook. A document that is given is an old replica that comes back. */
export function openBoard(url: string, id: string, {document = new Doc(), room = `board/${id}`} = {}): BoardClient {
  const closed: string[] = [];
  let refused: string | undefined;
  const provider = connectBoard({
    url: `${url.replace('http', 'ws')}/_board`,
    name: room,
    document,
    onAuthenticationFailed: ({reason}) => (refused = reason),
    onClose: ({event}) => void closed.push(`${event.code} ${event.reason}`),
  });
  const cards = document.getMap<YMap<unknown>>('cards');
  return {
    document,
    provider,
    refused: () => refused,
    closed,
    add: (card, text = card) => {
      document.transact(() => {
        const entry = new YMap<unknown>();
        entry.set('column', 'keep');
        entry.set('text', new YText(text));
        cards.set(card, entry);
      });
    },
    cards: () => Object.fromEntries([...cards].map(([card, entry]) => [card, String(entry.get('text'))])),
    saved: async () => {
      await until('everything to be acknowledged', () => provider.synced && provider.unsyncedChanges === 0);
    },
    end: () => {
      provider.destroy();
      provider.configuration.websocketProvider.destroy();
    },
  };
}
