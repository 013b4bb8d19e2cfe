import type {HocuspocusProvider} from '@hocuspocus/provider';
import type {Doc} from 'yjs';
import {ownRoom, type Ask, type AskRefusal, type Presence} from '../board/wire.ts';
import {createAsks, readAnswer} from './asks.ts';
import {measureOffset} from './clock.ts';
import {connectBoard} from './connect-board.ts';
import {openSocket} from './socket.ts';

/** What a link says of itself. */
export interface LinkState {
  /** The server hears us. */
  readonly isThere: boolean;
  /** When it is tried again. */
  readonly retryAt?: number | undefined;
  /** It was tried and nobody answered. */
  readonly hasFailed: boolean;
  /** The board is as the server has it. */
  readonly isSynced: boolean;
  /** The server has everything of the board and of the own document. */
  readonly isSaved: boolean;
}

/** A board's connection with the server. It goes on trying until it is ended, or has ended itself. */
export interface Link {
  readonly state: () => LinkState;
  /** Opens the room of the person's own document. */
  readonly join: (member: string, own: Doc) => void;
  /** Why it was refused; undefined when it was done. */
  readonly ask: (ask: Ask) => Promise<AskRefusal | undefined>;
  readonly show: (presence: Presence) => void;
  /** What the tabs of the board say of themselves. */
  readonly shown: () => Iterable<unknown>;
  /** Tries whether the server is there, at once. */
  readonly check: () => void;
  readonly end: () => void;
}

/** Why a link has ended itself. `not-taken`: the server will not have what this tab has written; its own state is still to be had. */
export type LinkEnd = 'gone' | 'damaged' | 'no-such-room' | 'not-taken';

export interface LinkOptions {
  readonly origin: string;
  readonly id: string;
  readonly board: Doc;
  readonly token: string;
  /** Before it is tried for the first time, milliseconds. */
  readonly wait?: number | undefined;
  readonly changed: () => void;
  /** Who the server says we are. */
  readonly you: (member: string) => void;
  /** What to add to this tab's clock, milliseconds. */
  readonly clock: (offset: number) => void;
  readonly ended: (why: LinkEnd) => void;
}

const everyMinute = 60_000;
/** A socket that is asked after a sleep is often a dead one. */
const wakePatience = 4000;
/** Others need not see every key press. */
const showEvery = 300;
/** What the server says of words that it does not take. */
const notTaken = new Set(['too-large', 'too-many-cards', 'malformed', 'not-allowed', 'closed']);

export function openLink({origin, id, board, token, wait, changed, you, clock, ended}: LinkOptions): Link {
  let hasFailed = false;
  let outOfStep = 0;
  let seat: string | undefined;
  let own: {readonly member: string; readonly provider: HocuspocusProvider} | undefined;

  const socket = openSocket({
    url: `${origin.replace(/^http/, 'ws')}/_board`,
    wait: wait ?? 0,
    changed,
    closed: (code, reason) => {
      hasFailed = true;
      asks.drop();
      seat = undefined;
      provider.awareness?.setLocalState(null);
      if (reason === 'out-of-step') outOfStep++;
      if (code === 4410) finish('gone');
      // The second time it is not the network: this copy has a hole.
      else if (notTaken.has(reason) || code === 1009 || outOfStep > 1) finish('not-taken');
      changed();
    },
  });
  const open = (name: string, document: Doc, isBoard: boolean): HocuspocusProvider => {
    const provider = connectBoard({
      name,
      document,
      token,
      websocketProvider: socket.provider,
      ...(isBoard ? {} : {awareness: null}),
      onSynced: changed,
      onUnsyncedChanges: () => {
        if (isSaved(provider)) outOfStep = 0;
        changed();
      },
      onAuthenticationFailed: ({reason}) => {
        if (reason === 'gone' || reason === 'damaged' || reason === 'no-such-room') finish(reason);
        else socket.drop(reason);
      },
      // Of a room alone, while the socket stays open.
      onClose: ({event}) => {
        if (event.code === 1000 && socket.retryAt() === undefined) socket.drop(event.reason);
      },
    });
    provider.attach();
    return provider;
  };
  const provider = open(`board/${id}`, board, true);
  const asks = createAsks((payload) => provider.sendStateless(payload));
  const isOpen = (): boolean => socket.retryAt() === undefined && provider.isAuthenticated;

  const askTime = async (within?: number): Promise<void> => {
    if (!isOpen()) return;
    const sentAt = performance.now();
    const reply = await asks.ask({kind: 'time'}, within);
    if (reply?.kind === 'done') clock(measureOffset({now: reply.now, roundTrip: performance.now() - sentAt, at: Date.now()}));
    // Whoever answers refuses at least.
    else if (reply === undefined && isOpen()) socket.drop('no answer');
  };
  let minute: ReturnType<typeof setInterval> | undefined;
  let showing: ReturnType<typeof setTimeout> | undefined;
  let presence: Presence | undefined;
  const show = (): void => {
    showing = undefined;
    // As somebody else than the server takes us for, we would be cut off.
    if (presence !== undefined && presence.member === seat) provider.awareness?.setLocalState({...presence});
  };

  provider.on('synced', () => {
    socket.works();
    // Others have seen this state's number before the interruption.
    show();
    void askTime();
  });
  provider.on('awarenessChange', changed);
  provider.on('stateless', ({payload}: {payload: string}) => {
    const answer = readAnswer(payload);
    if (answer?.kind === 'you') {
      seat = answer.member;
      you(answer.member);
    } else if (answer !== undefined) asks.hear(answer);
  });
  minute = setInterval(() => void askTime(), everyMinute);

  let hasEnded = false;
  const end = (): void => {
    if (hasEnded) return;
    hasEnded = true;
    clearInterval(minute);
    clearTimeout(showing);
    asks.drop();
    provider.destroy();
    own?.provider.destroy();
    socket.end();
  };
  const finish = (why: LinkEnd): void => {
    if (hasEnded) return;
    end();
    ended(why);
  };
  return {
    state: () => ({
      isThere: isOpen() && provider.synced,
      retryAt: socket.retryAt(),
      hasFailed,
      isSynced: provider.synced,
      isSaved: isSaved(provider) && own !== undefined && isSaved(own.provider),
    }),
    join: (member, document) => {
      if (own?.provider.document === document) return;
      own?.provider.destroy();
      own = {member, provider: open(ownRoom(id, member), document, false)};
    },
    ask: async (ask) => {
      const reply = isOpen() ? await asks.ask(ask) : undefined;
      if (reply === undefined) return 'not-saved';
      return reply.kind === 'refused' ? reply.why : undefined;
    },
    show: (next) => {
      presence = next;
      showing ??= setTimeout(show, showEvery);
    },
    shown: () => provider.awareness?.getStates().values() ?? [],
    check: () => {
      socket.tryNow();
      void askTime(wakePatience);
      show();
    },
    end,
  };
}

function isSaved({synced, unsyncedChanges}: HocuspocusProvider): boolean {
  return synced && unsyncedChanges === 0;
}
