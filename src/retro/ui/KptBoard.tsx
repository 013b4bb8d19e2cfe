import Link from '@docusaurus/Link';
import {useEffect, useState, type ComponentType, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {BoardFacts} from '../facts/board-facts.ts';
import styles from './KptBoard.module.css';
import {messages} from './messages.ts';

interface Props {
  /** Given by the build. */
  readonly facts: BoardFacts;
}

type Room = ComponentType<Props>;

/**
 * The board whose id stands in the address as `?id=`, or the door to one. All that makes it a board comes on request; until then, and without a
 * script, it is a box that says what it is.
 */
export function KptBoard({facts}: Props): ReactNode {
  const say = messages[useLanguage()];
  const [room, setRoom] = useState<{readonly Room: Room} | 'failed'>();
  useEffect(() => {
    let hasLeft = false;
    import(/* webpackChunkName: "board" */ './BoardRoom.tsx').then(
      ({BoardRoom}) => !hasLeft && setRoom({Room: BoardRoom}),
      () => !hasLeft && setRoom('failed'),
    );
    return () => {
      hasLeft = true;
    };
  }, []);
  if (room !== undefined && room !== 'failed') return <room.Room facts={facts} />;
  return (
    <div className={styles.box}>
      <p>{say.what}</p>
      {room === 'failed' ? (
        <p role="alert">
          {say.notLoaded}{' '}
          <button type="button" onClick={() => location.reload()}>
            {say.reload}
          </button>
        </p>
      ) : (
        <p>
          <noscript>{say.needsScript} </noscript>
          <Link to="/retrospectives/board">{say.open}</Link>
        </p>
      )}
    </div>
  );
}
