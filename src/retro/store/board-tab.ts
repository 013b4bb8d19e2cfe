import {Doc, encodeStateAsUpdate, UndoManager} from 'yjs';
import {readMeta} from '../board/read-board.ts';
import {isBoardId} from '../board/board-id.ts';
import type {ShareFault} from './board-store.ts';
import {stateOf} from './board-file.ts';
import {theDevice, unkept} from './boards-here.ts';
import {mine, openDesk, type Desk} from './desk.ts';
import {ownName, type KeptBoard, type Whole} from './device.ts';
import {wordsMissing} from './left-over.ts';
import {openLink, type Link, type LinkEnd} from './link.ts';
import type {Person} from './person.ts';
import {randomId} from './random-id.ts';
import {joinTabs, type TabNews} from './tabs.ts';
import {deleteBoard, putBoard} from './upload.ts';

/** A board as one tab has it: where it lives, its documents, its connection. */
export interface BoardTab {
  readonly known: () => KeptBoard;
  /** Why there is nothing to open. */
  readonly ending: () => 'gone' | 'damaged' | 'unknown' | undefined;
  /** Undefined until the device has been read. */
  readonly desk: () => Desk | undefined;
  readonly link: () => Link | undefined;
  readonly clockOffset: () => number;
  /** This tab has written something that the server has not acknowledged. */
  readonly isUnsent: () => boolean;
  readonly leftOver: () => readonly string[];
  readonly share: () => Promise<void>;
  readonly remove: () => Promise<void>;
  readonly end: () => void;
}

interface Options {
  readonly id: string;
  readonly origin: string;
  readonly person: Person;
  readonly changed: () => void;
  /** The server has said who we are. */
  readonly seated: () => void;
  /** Another box is open. */
  readonly moved: () => void;
}

/** How long the server may take to have all of a board that it was given. */
const sharePatience = 30_000;
/** A device that did not answer. */
const lookAgainAfter = 5000;
/** A server that refuses what it has said itself is not asked again and again. */
const startOverAtMostEvery = 10_000;

export function openBoardTab({id, origin, person, changed: tellChanged, seated, moved}: Options): BoardTab {
  const device = theDevice();
  let known: KeptBoard = {id, life: 'shared', agenda: '', lang: 'en', date: '', phase: '', openedAt: Date.now()};
  let ending: 'gone' | 'damaged' | 'unknown' | undefined = isBoardId(id) ? undefined : 'unknown';
  let hasEnded = false;
  let desk: Desk | undefined;
  let link: Link | undefined;
  let clockOffset = 0;
  let isUnsent = false;
  let leftOver: readonly string[] = [];
  let startedOverAt = -Infinity;
  let again: ReturnType<typeof setTimeout> | undefined;
  let starting: Link | undefined;
  let wantsLead = false;
  let phase: string | undefined;

  const changed = (): void => {
    if (link?.state().isSaved === true) {
      isUnsent = false;
      desk?.rescue.sent();
    }
    tellChanged();
  };
  const learn = (fields: Partial<KeptBoard>): void => {
    known = {...known, ...fields};
    // What is not kept is in the view: the documents are kept in the same place.
    device.change(id, fields).then(
      () => tabs.tell({kind: 'board', id}),
      () => undefined,
    );
  };
  const sitDown = (wholes: readonly Whole[] = []): Desk => {
    const next = openDesk({
      id,
      member: known.member,
      device,
      tabs,
      wholes,
      putBoard: () => device.put(known, next.wholes()),
      gone: () => finish('gone'),
      leave: (text) => (leftOver = [...leftOver, text]),
      changed,
    });
    phase = undefined;
    const look = (): void => {
      const {agenda, lang, date, ...meta} = readMeta(next.board);
      if (phase !== undefined && phase !== meta.phase) {
        // What was shown stays shown.
        next.history.forget();
        moved();
      }
      phase = meta.phase;
      if (agenda !== '' && (phase !== known.phase || agenda !== known.agenda || date !== known.date)) learn({agenda, lang, date, phase});
      changed();
    };
    next.board.on('update', look);
    next.own.on('update', changed);
    for (const document of [next.board, next.own])
      document.on('update', (_update: Uint8Array, by: unknown) => (isUnsent ||= by === mine || by instanceof UndoManager));
    return next;
  };
  const openRooms = ({board, wait = 0, synced, you}: Rooms): Link =>
    openLink({
      origin,
      id,
      board,
      token: person.token,
      wait,
      changed: synced,
      clock: (offset) => (clockOffset = offset),
      you,
      ended: (why) => {
        link = undefined;
        if (why === 'not-taken') startOver();
        else finish(why);
      },
    });
  const connect = (): void => {
    if (desk === undefined || link !== undefined || hasEnded) return;
    const {board, own, seat, sit} = desk;
    link = openRooms({
      board,
      own,
      synced: changed,
      you: (member) => {
        if (seat() !== undefined && seat() !== member) {
          void changeSeats(member);
          return;
        }
        if (known.member !== member) learn({member});
        void sit(member).catch(() => undefined);
        link?.join(member, own);
        seated();
        if (wantsLead) void lead();
      },
    });
  };
  /** Whoever takes a board to the server leads it there. */
  const lead = async (): Promise<void> => {
    if ((await link?.ask({kind: 'lead', key: known.key})) === undefined) wantsLead = false;
  };
  /** Another person sits at this browser: what the one before wrote for themselves is not for them. */
  const changeSeats = async (member: string): Promise<void> => {
    link?.end();
    link = undefined;
    desk?.end();
    learn({member});
    const next = sitDown();
    await next.catchUp().catch(() => undefined);
    if (hasEnded) return;
    desk = next;
    connect();
    changed();
  };
  /** Takes the board as the server has it. What only this tab had is left over, for its writer to copy. */
  const startOver = (): void => {
    const wait = performance.now() - startedOverAt < startOverAtMostEvery ? startOverAtMostEvery : 0;
    startedOverAt = performance.now();
    const held = {board: new Doc(), own: new Doc()};
    let member = '';
    starting = undefined;
    starting = openRooms({
      ...held,
      wait,
      you: (is) => {
        member = is;
        starting?.join(is, held.own);
      },
      synced: () => {
        if (starting?.state().isSaved !== true || desk === undefined) return;
        starting.end();
        starting = undefined;
        leftOver = [...leftOver, ...wordsMissing(desk, held)];
        desk.end();
        known = {...known, member};
        const wholes: readonly Whole[] = [
          [id, encodeStateAsUpdate(held.board)],
          [ownName(id, member), encodeStateAsUpdate(held.own)],
        ];
        void device.put(known, wholes).catch(() => undefined);
        desk = sitDown(wholes);
        connect();
        changed();
      },
    });
  };
  const stop = (why: LinkEnd): void => {
    ending = why === 'no-such-room' || why === 'not-taken' ? 'unknown' : why;
    for (const rooms of [link, starting]) rooms?.end();
    link = undefined;
    desk?.end();
    changed();
  };
  const finish = (why: LinkEnd): void => {
    stop(why);
    if (why !== 'gone') return;
    unkept.delete(id);
    device.forget(id, {isGone: true}).then(
      () => tabs.tell({kind: 'forgotten', id}),
      () => undefined,
    );
  };

  const hear = (news: TabNews): void => {
    if (news.kind === 'update') desk?.hear(news.name, news.update);
    else if (news.id === id) void look(news.kind);
  };
  const look = async (kind: 'board' | 'forgotten'): Promise<void> => {
    const found = await device.board(id).catch(() => undefined);
    if (hasEnded || ending !== undefined) return;
    if (kind === 'forgotten' || found?.life === 'gone') stop('gone');
    if (kind === 'forgotten' || found === undefined) return;
    known = {...known, ...found};
    await desk?.catchUp().catch(() => undefined);
    if (known.life === 'shared') connect();
    else {
      // Asked of the server only because the device did not answer.
      link?.end();
      link = undefined;
    }
    changed();
  };
  const tabs = joinTabs(hear);

  const load = async (): Promise<void> => {
    const held = unkept.get(id);
    const found = await device.board(id).catch(() => {
      again = setTimeout(() => void look('board'), lookAgainAfter);
    });
    if (hasEnded) return;
    unkept.delete(id);
    known = {...known, ...held?.board, ...found};
    if (known.life === 'gone') {
      stop('gone');
      return;
    }
    const next = sitDown(held?.wholes);
    await next.catchUp().catch(() => undefined);
    if (hasEnded) return;
    desk = next;
    if (found) learn({openedAt: Date.now()});
    if (known.life === 'shared') connect();
    changed();
  };
  if (ending === undefined) void load();

  /** After a sleep timers are late, sockets are dead without a word, and other tabs have written. */
  const wake = (): void => {
    if (document.visibilityState !== 'visible') return;
    link?.check();
    void desk?.catchUp().catch(() => undefined);
  };
  const waking = new AbortController();
  for (const [target, event] of [
    [document, 'visibilitychange'],
    [window, 'online'],
    [window, 'pageshow'],
  ] as const)
    target.addEventListener(event, wake, {signal: waking.signal});

  return {
    known: () => known,
    ending: () => ending,
    desk: () => desk,
    link: () => link,
    clockOffset: () => clockOffset,
    isUnsent: () => isUnsent,
    leftOver: () => leftOver,
    share: async () => {
      if (known.life === 'shared' || desk === undefined) return;
      const {key = randomId()} = known;
      await putBoard({origin, id, key}, stateOf(desk.board));
      wantsLead = true;
      learn({life: 'shared', key});
      connect();
      const last = performance.now() + sharePatience;
      while (link?.state().isSaved !== true) {
        if (performance.now() > last) throw new Error('no-server' satisfies ShareFault);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    remove: async () => {
      if (known.life === 'shared') {
        if (known.key === undefined) throw new Error('refused' satisfies ShareFault);
        await deleteBoard({origin, id, key: known.key});
      }
      finish('gone');
    },
    end: () => {
      if (hasEnded) return;
      hasEnded = true;
      waking.abort();
      clearTimeout(again);
      for (const rooms of [link, starting]) rooms?.end();
      if (desk !== undefined && ending === undefined && !desk.isKept()) unkept.set(id, {board: known, wholes: desk.wholes()});
      desk?.end();
      tabs.end();
    },
  };
}

interface Rooms {
  readonly board: Doc;
  readonly own: Doc;
  readonly wait?: number;
  readonly synced: () => void;
  readonly you: (member: string) => void;
}
