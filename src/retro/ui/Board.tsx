import {useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import {boxOf} from '../board/phases.ts';
import {closed} from '../board/shapes.ts';
import type {BoardFacts} from '../facts/board-facts.ts';
import type {BoardStore, OpenBoard} from '../store/board-store.ts';
import {BoardContext, type BoardHere} from './board-context.ts';
import styles from './Board.module.css';
import {BoxView} from './boxes/BoxView.tsx';
import {Late} from './boxes/Late.tsx';
import {dayOf} from './boxes/missing.ts';
import {isTyping} from './cards/is-typing.ts';
import {Head} from './head/Head.tsx';
import {Keys} from './head/Keys.tsx';
import {Tools} from './head/Tools.tsx';
import {Lead} from './lead/Lead.tsx';
import {messages} from './messages.ts';

interface Props {
  readonly store: BoardStore;
  readonly view: OpenBoard;
  readonly facts: BoardFacts;
}

/** An open board: what is always in sight, what this box asks, and the facilitator's part of it. */
export function Board({store, view, facts}: Props): ReactNode {
  const language = useLanguage();
  const say = messages[language];
  const [said, announce] = useSaying();
  const [isHelping, setHelping] = useState(false);
  const [today] = useState(() => dayOf(new Date()));
  const {phase, agenda: name} = view.board.meta;
  const agenda = facts.agendas.find(({id}) => id === name);
  const here = useMemo<BoardHere>(
    () => ({
      store,
      view,
      facts,
      agenda,
      box: boxOf(agenda, phase),
      isClosed: phase === closed,
      language,
      say,
      announce,
      today,
    }),
    [store, view, facts, agenda, phase, language, say, announce, today],
  );
  const board = useRef<HTMLDivElement>(null);
  const shown = useRef(phase);
  useEffect(() => {
    if (shown.current === phase) return;
    shown.current = phase;
    // What this box asks begins at the top; whoever has scrolled in the last one would not see it.
    if ((board.current?.getBoundingClientRect().top ?? 0) < 0) board.current?.scrollIntoView();
    announce(here.box === undefined ? say.closedBox : `${here.box.title[language]}: ${here.box.text[language]}`);
  }, [phase, here.box, language, say, announce]);
  const pressed = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || event.defaultPrevented) return;
    if (event.key === '?') setHelping(true);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !here.isClosed) {
      if (event.shiftKey) store.redo();
      else store.undo();
      announce(event.shiftKey ? say.redone : say.undone);
    } else return;
    event.preventDefault();
  };
  return (
    <BoardContext value={here}>
      {/* Keys that bubble up from whatever has the focus on the board. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={board} className={styles.board} data-closed={here.isClosed || undefined} onKeyDown={pressed}>
        <Tools help={() => setHelping(true)} />
        <Head />
        {isHelping && <Keys close={() => setHelping(false)} />}
        {view.refused !== undefined && (
          <p className={styles.refused} role="alert">
            {say.refusals[view.refused]}
          </p>
        )}
        <div className={styles.body} data-leading={view.me.isLeader || undefined}>
          <div className={styles.main}>
            <Late />
            <BoxView key={phase} />
          </div>
          <Lead />
        </div>
        <p className={styles.said} role="status">
          {said}
        </p>
      </div>
    </BoardContext>
  );
}

/** The same words twice are heard twice only when they went away in between. */
function useSaying(): [said: string, announce: (text: string) => void] {
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useCallback((text: string): void => {
    setSaid('');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(text), 50);
  }, []);
  return [said, announce];
}
