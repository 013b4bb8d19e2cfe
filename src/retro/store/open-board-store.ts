import type {BoardAgenda} from '../board/agenda.ts';
import {boxOf} from '../board/phases.ts';
import {readMeta} from '../board/read-board.ts';
import {closed} from '../board/shapes.ts';
import type {Ask, AskRefusal} from '../board/wire.ts';
import {writeBoardFile} from './board-file.ts';
import type {BoardStore, BoardView} from './board-store.ts';
import {openBoardTab} from './board-tab.ts';
import {leadAlone} from './leading.ts';
import {guardLeaving} from './leaving.ts';
import {readPerson} from './person.ts';
import {mustAsk} from './saved.ts';
import {presenceOf, savedNow, viewTab} from './view-open.ts';
import {createWriting} from './writing.ts';

interface Options {
  readonly id: string;
  readonly agendas: readonly BoardAgenda[];
  /** Of the handbook's server: `https://handbook.example`. */
  readonly origin?: string;
}

/** What others do is shown together, that often. */
const drawEvery = 40;

/** Opens a board of this browser, or of the server. Never fails: what does not work is in the view. */
export function openBoardStore({id, agendas, origin = location.origin}: Options): BoardStore {
  const [person, leaving] = [readPerson(), guardLeaving()];
  const listeners = new Set<() => void>();
  let hasEnded = false;
  let isDone = false;
  let editing: string | undefined;
  let refused: AskRefusal | undefined;
  let view: BoardView | undefined;
  let drawing: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    clearTimeout(drawing);
    drawing = undefined;
    view = undefined;
    const isAlone = tab.known().life === 'alone';
    leaving.askBefore(tab.ending() === undefined && mustAsk({isAlone, isUnsent: tab.isUnsent(), saved: savedNow(tab)}));
    for (const listener of listeners) listener();
  };
  const changed = (): void => {
    if (!hasEnded) drawing ??= setTimeout(draw, drawEvery);
  };
  const show = (): void => tab.link()?.show(presenceOf(tab, {name: person.name(), isDone, editing}));
  const tab = openBoardTab({
    id,
    origin,
    person,
    changed,
    seated: show,
    moved: () => {
      isDone = false;
      show();
    },
  });
  /** What the person at this tab does is seen at once: a field must hold what was just typed. */
  const act =
    <A extends readonly unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      // On a board that is not open yet, or not any more, there is nothing to write on.
      const result = work(...args);
      if (!hasEnded) draw();
      return result;
    };
  const now = (): number => Date.now() + tab.clockOffset();
  const ask = async (wanted: Ask): Promise<void> => {
    const desk = tab.desk();
    if (desk === undefined) return;
    const {agenda} = readMeta(desk.board);
    if (tab.known().life === 'alone') {
      refused = leadAlone(wanted, {...desk, agenda: agendas.find((each) => each.id === agenda), now: now()});
    } else refused = await (tab.link()?.ask(wanted) ?? 'not-saved');
    if (!hasEnded) draw();
  };
  const minutesOf = (phase: string): number | undefined => {
    const desk = tab.desk();
    const agenda = desk && readMeta(desk.board).agenda;
    return boxOf(
      agendas.find((each) => each.id === agenda),
      phase,
    )?.minutes;
  };
  const isOpenForWriting = () => {
    const desk = tab.desk();
    return desk !== undefined && readMeta(desk.board).phase !== closed;
  };
  const writing = createWriting({desk: tab.desk, agendas, now});
  return {
    view: () => (view ??= viewTab(tab, {name: person.name(), isDone, editing, refused})),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    addCard: act(writing.addCard),
    writeCard: act(writing.writeCard),
    removeCard: act(writing.removeCard),
    moveCard: act(writing.moveCard),
    groupCard: act(writing.groupCard),
    handIn: act(writing.handIn),
    vote: act(writing.vote),
    commitTo: act(writing.commitTo),
    decideLastTry: act(writing.decideLastTry),
    addNote: act(writing.addNote),
    removeNote: act(writing.removeNote),
    undo: act(() => {
      if (isOpenForWriting()) tab.desk()?.history.undo();
    }),
    redo: act(() => {
      if (isOpenForWriting()) tab.desk()?.history.redo();
    }),
    setName: act((name: string) => {
      person.setName(name);
      show();
    }),
    setDone: act((next: boolean) => {
      isDone = next;
      show();
    }),
    setEditing: act((card: string | undefined) => {
      editing = card;
      show();
    }),
    goTo: (phase) => void ask({kind: 'phase', phase, minutes: minutesOf(phase)}),
    setTimer: (minutes) => void ask({kind: 'timer', minutes}),
    passOn: (to) => void ask({kind: 'pass', to}),
    takeLead: () => void ask({kind: 'lead', key: tab.known().key}),
    close: () => void ask({kind: 'close', key: tab.known().key ?? ''}),
    share: tab.share,
    remove: tab.remove,
    key: () => tab.known().key,
    exportFile: () => {
      const desk = tab.desk();
      if (desk === undefined) throw new Error('the board is not open yet');
      return writeBoardFile(desk.board);
    },
    end: () => {
      hasEnded = true;
      clearTimeout(drawing);
      leaving.askBefore(false);
      tab.end();
    },
  };
}
