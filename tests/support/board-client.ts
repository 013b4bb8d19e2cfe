import {randomBytes} from 'node:crypto';
import type {HocuspocusProvider} from '@hocuspocus/provider';
import {Doc, encodeStateAsUpdate} from 'yjs';
import {addCard, beginBoard} from '../../src/retro/board/edit-board.ts';
import {readBoard, readCards} from '../../src/retro/board/read-board.ts';
import type {Board, Column} from '../../src/retro/board/shapes.ts';
import {ownRoom, type Answer, type Ask} from '../../src/retro/board/wire.ts';
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
  /** Every frame that came to this tab, as it came, where it keeps them. */
  readonly frames: readonly Buffer[];
  readonly add: (card: string, text?: string, column?: Column) => void;
  /** The text of each card. */
  readonly cards: () => Record<string, string>;
  readonly board: () => Board;
  /** Waits until the server has acknowledged everything. */
  readonly saved: () => Promise<void>;
  /** Who the server says is at this tab. Rooms of boards only. */
  readonly you: () => Promise<Extract<Answer, {kind: 'you'}>>;
  /** `done`, or why it was refused. */
  readonly ask: (ask: Ask) => Promise<string>;
  readonly end: () => void;
}

interface Options {
  /** An old replica that comes back. */
  readonly document?: Doc;
  readonly room?: string;
  readonly token?: string;
  /** Many tabs that write for long would fill the memory with frames. */
  readonly keepsFrames?: boolean;
}

export function newBoardId(): string {
  return randomBytes(16).toString('base64url');
}

/** What a browser keeps of its person. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** `url` is that of the handbook. */
export function openBoard(
  url: string,
  id: string,
  {document = new Doc(), room = `board/${id}`, token, keepsFrames = false}: Options = {},
): BoardClient {
  const closed: string[] = [];
  const frames: Buffer[] = [];
  const answers: Answer[] = [];
  let refused: string | undefined;
  let asked = 0;
  const provider = connectBoard({
    url: `${url.replace('http', 'ws')}/_board`,
    name: room,
    document,
    token: token ?? null,
    onAuthenticationFailed: ({reason}) => (refused = reason),
    onClose: ({event}) => void closed.push(`${event.code} ${event.reason}`),
    onStateless: ({payload}) => void answers.push(JSON.parse(payload) as Answer),
  });
  // Of the socket, so that nothing that came is left out.
  if (keepsFrames)
    provider.configuration.websocketProvider.on('message', ({data}: MessageEvent<ArrayBuffer>) => void frames.push(Buffer.from(data)));
  return {
    document,
    provider,
    refused: () => refused,
    closed,
    frames,
    add: (card, text = card, column = 'keep') => void addCard(document, {id: card, column, text, createdAt: 1}),
    cards: () => Object.fromEntries(readCards(document).map((card) => [card.id, card.text])),
    board: () => readBoard(document),
    saved: async () => {
      await until('everything to be acknowledged', () => provider.synced && provider.unsyncedChanges === 0, {every: 10});
    },
    you: async () => until('the server to say who this is', () => answers.findLast((answer) => answer.kind === 'you')),
    ask: async (ask) => {
      const number = ++asked;
      provider.sendStateless(JSON.stringify({number, ...ask}));
      const answer = await until('an answer', () => answers.find((each) => each.kind !== 'you' && each.to === number), {every: 10});
      return answer.kind === 'refused' ? answer.why : answer.kind;
    },
    end: () => {
      provider.destroy();
      provider.configuration.websocketProvider.destroy();
    },
  };
}

/** A person with their own document beside the board, each over a socket of its own. */
export interface Person extends BoardClient {
  readonly member: string;
  readonly own: BoardClient;
}

export async function openPerson(url: string, id: string, {token = newToken()}: Pick<Options, 'token'> = {}): Promise<Person> {
  const board = openBoard(url, id, {token, keepsFrames: true});
  const {member} = await board.you();
  const own = openBoard(url, id, {token, keepsFrames: true, room: ownRoom(id, member)});
  await Promise.all([board.saved(), own.saved()]);
  return {
    ...board,
    member,
    own,
    end: () => {
      board.end();
      own.end();
    },
  };
}

export const key = 'the-key-of-the-facilitator';

/** A board as a browser begins it. */
export function newState(fill: (document: Doc) => void = () => {}, {phase = 'writing'} = {}): Uint8Array<ArrayBuffer> {
  const document = new Doc();
  beginBoard(document, {agenda: 'kpt-60', phase, lang: 'en', date: '2026-11-20', lastTries: []});
  fill(document);
  return new Uint8Array(encodeStateAsUpdate(document));
}

/** Brings a board to the server. */
export async function bring(
  url: string,
  id: string,
  {shown = key, state = newState(), headers = {}}: {shown?: string; state?: Uint8Array<ArrayBuffer>; headers?: Record<string, string>} = {},
): Promise<Response> {
  return fetch(`${url}/_board/v1/${id}`, {
    method: 'PUT',
    headers: {'content-type': 'application/octet-stream', 'x-board-key': shown, ...headers},
    body: state,
  });
}

export async function remove(url: string, id: string, shown = key): Promise<Response> {
  return fetch(`${url}/_board/v1/${id}`, {method: 'DELETE', headers: {'x-board-key': shown}});
}
