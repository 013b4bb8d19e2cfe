import Link from '@docusaurus/Link';
import {useEffect, useState, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {BoardFacts} from '../facts/board-facts.ts';
import type {BoardStore, BoardView} from '../store/board-store.ts';
import {useBoard} from '../store/use-board.ts';
import {adoptKey} from '../store/boards-here.ts';
import {openBoardStore} from '../store/open-board-store.ts';
import styles from './Board.module.css';
import {Board} from './Board.tsx';
import {messages} from './messages.ts';

interface Props {
  readonly id: string;
  readonly facts: BoardFacts;
}

/** Opens a board and shows it, or why it cannot be shown and what to do now. */
export function BoardPage({id, facts}: Props): ReactNode {
  const [store, setStore] = useState<BoardStore>();
  useEffect(() => {
    let opened: BoardStore | undefined;
    let hasLeft = false;
    const open = async (): Promise<void> => {
      await takeKey(id);
      if (hasLeft) return;
      opened = openBoardStore({id, agendas: facts.agendas});
      setStore(opened);
    };
    void open();
    return () => {
      hasLeft = true;
      opened?.end();
    };
  }, [id, facts.agendas]);
  return store === undefined ? <State view={{kind: 'loading'}} /> : <Opened store={store} facts={facts} />;
}

/** A link with the facilitator's key gives it to this browser. It must not stay in the address, which people show to each other. */
async function takeKey(id: string): Promise<void> {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key === null) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  await adoptKey(id, key);
}

function Opened({store, facts}: {readonly store: BoardStore; readonly facts: BoardFacts}): ReactNode {
  const view = useBoard(store);
  return view.kind === 'open' ? <Board store={store} view={view} facts={facts} /> : <State view={view} />;
}

function State({view}: {readonly view: Exclude<BoardView, {kind: 'open'}>}): ReactNode {
  const say = messages[useLanguage()];
  if (view.kind === 'loading')
    return (
      <p className={styles.state} role="status">
        {say.loading}
      </p>
    );
  const now = {
    gone: say.goneNow,
    unknown: view.kind === 'unknown' && !view.isServerThere ? say.unknownServer : say.unknownNow,
    damaged: say.damagedNow,
  }[view.kind];
  return (
    <section className={styles.state} role="status">
      <h2>{say[view.kind]}</h2>
      <p>{now}</p>
      <Link to="/retrospectives/board">{say.toDoor}</Link>
    </section>
  );
}
