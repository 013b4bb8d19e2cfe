import {useEffect, useState, type ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import styles from './Head.module.css';

/** Where the words of this tab are kept, in a shape and in words; and since when the server does not hear us. */
export function SaveState(): ReactNode {
  const {view, language, say} = useBoard();
  const {saved, life, connection} = view;
  const isCut = life === 'shared' && !connection.isThere;
  const why = life === 'shared' ? say.savedWhy[saved] : saved === 'nowhere' ? say.savedAloneNot : say.savedAlone;
  return (
    <>
      <details className={styles.saved} data-saved={saved} data-life={life}>
        <summary>
          <span className={styles.shape} aria-hidden="true" />
          <span role="status">{say.saved[saved]}</span>
        </summary>
        <p className={styles.why}>{why}</p>
      </details>
      {isCut && <Cut retryAt={connection.retryAt} language={language} />}
    </>
  );
}

function Cut({retryAt, language}: {readonly retryAt: number | undefined; readonly language: string}): ReactNode {
  const {say} = useBoard();
  const [since] = useState(() => new Date());
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const time = since.toLocaleTimeString(language, {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'});
  return (
    <p className={styles.cut}>
      {say.notHeard(time)} {retryAt !== undefined && say.retryIn(Math.ceil((retryAt - now) / 1000))}
    </p>
  );
}
