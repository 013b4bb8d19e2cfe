import {useEffect, useState, type ReactNode} from 'react';
import type {Entry} from '../../../runbook/timeline/contract.ts';
import {openIndexedDb} from '../../../runbook/timeline/indexed-db.ts';
import {sayEntry} from '../../../runbook/timeline/markdown.ts';
import {openStore} from '../../../runbook/timeline/store.ts';
import {useBoard} from '../board-context.ts';
import styles from './Cards.module.css';

const shown = 30;

/** The latest entries of this browser's incidents. One becomes the words of a card, with its time and the path of its page. */
export function TimelinePicker({pick}: {readonly pick: (words: string) => void}): ReactNode {
  const {say, language} = useBoard();
  const [entries, setEntries] = useState<readonly Entry[]>();
  useEffect(() => {
    let hasLeft = false;
    const store = openStore({shelf: openIndexedDb(), changed: () => undefined});
    const read = async (): Promise<readonly Entry[]> => {
      const {running, past} = await store.read();
      const [last] = past;
      const ended = running === undefined && last !== undefined ? await store.readIncident(last.id) : undefined;
      return (running ?? ended)?.entries ?? [];
    };
    void read().then((found) => !hasLeft && setEntries(found.slice(-shown).toReversed()));
    return () => {
      hasLeft = true;
      store.end();
    };
  }, []);
  if (entries === undefined) return null;
  if (entries.length === 0) return <p role="status">{say.timelineNone}</p>;
  return (
    <ul className={styles.found}>
      {entries.map((entry) => {
        const words = `${entry.at.slice(11, 16)} UTC ${sayEntry(entry, language)}`;
        return (
          <li key={entry.id}>
            <button type="button" onClick={() => pick(`${words} /${entry.page}`)}>
              {words}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
