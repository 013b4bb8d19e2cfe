import {readBoard, readOwn} from '../board/read-board.ts';
import {roots} from '../board/shapes.ts';
import type {AskRefusal, Presence} from '../board/wire.ts';
import type {BoardTab} from './board-tab.ts';
import type {BoardView, Saved} from './board-store.ts';
import {peopleOf} from './people.ts';
import {savedOf} from './saved.ts';

/** Who a person is on a board that nobody else can see. */
const alone = 'alone';

/** What this tab has of its own beside the documents. */
export interface Mood {
  readonly name: string;
  readonly isDone: boolean;
  readonly editing: string | undefined;
  readonly refused: AskRefusal | undefined;
}

export function viewTab(tab: BoardTab, mood: Mood): BoardView {
  const ending = tab.ending();
  if (ending === 'unknown') return {kind: 'unknown', isServerThere: true};
  if (ending !== undefined) return {kind: ending};
  const [desk, link, known] = [tab.desk(), tab.link()?.state(), tab.known()];
  if (desk === undefined) return {kind: 'loading'};
  const board = readBoard(desk.board);
  if (board.meta.agenda === '' && board.cards.length === 0) {
    if (link?.isSynced !== true && link?.hasFailed !== true) return {kind: 'loading'};
    return {kind: 'unknown', isServerThere: link.isSynced};
  }
  const {drafts, votes} = readOwn(desk.own);
  const life = known.life === 'alone' ? 'alone' : 'shared';
  const me = presenceOf(tab, mood);
  return {
    kind: 'open',
    id: known.id,
    life,
    saved: savedNow(tab),
    connection: {isThere: link?.isThere === true, retryAt: link?.retryAt},
    board,
    me: {
      member: me.member,
      name: mood.name,
      isLeader: life === 'alone' || (me.member !== '' && board.meta.leader === me.member),
      hasKey: known.key !== undefined,
      drafts,
      votes,
    },
    people: peopleOf(me, tab.link()?.shown() ?? []),
    clockOffset: tab.clockOffset(),
    canUndo: desk.history.canUndo(),
    canRedo: desk.history.canRedo(),
    refused: mood.refused,
    leftOver: tab.leftOver(),
  };
}

export function savedNow(tab: BoardTab): Saved {
  return savedOf({
    life: tab.known().life === 'alone' ? 'alone' : 'shared',
    isOnServer: tab.link()?.state().isSaved === true,
    isOnDevice: tab.desk()?.isKept() !== false,
  });
}

/** What others see of the person at this tab. */
export function presenceOf(tab: BoardTab, {name, isDone, editing}: Pick<Mood, 'name' | 'isDone' | 'editing'>): Presence {
  const board = tab.desk()?.board;
  // A draft is nobody else's business.
  const isShown = editing !== undefined && board?.getMap(roots.cards).has(editing) === true;
  const member = tab.known().life === 'alone' ? alone : (tab.desk()?.seat() ?? '');
  return {member, name, isDone, ...(isShown ? {card: editing} : {})};
}
