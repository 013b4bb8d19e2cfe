import home from '@generated/handbook/default/home.json';
import {useId, useState, type ReactNode} from 'react';
import {findRunbooks} from '../../../search/finder.ts';
import {useBoard} from '../board-context.ts';
import styles from './Cards.module.css';

const shown = 6;

/** Finds a runbook by what the finder finds it by, and gives the path of its page. */
export function LinkPicker({pick}: {readonly pick: (path: string) => void}): ReactNode {
  const {say} = useBoard();
  const [query, setQuery] = useState('');
  const id = useId();
  const hits = findRunbooks(home.runbooks, query).slice(0, shown);
  return (
    <>
      <label htmlFor={id}>{say.linkFind}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={query}
        onChange={({target: {value}}) => setQuery(value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (hits[0] !== undefined) pick(`/${hits[0].runbook.slug}`);
        }}
      />
      {hits.length === 0 && <p role="status">{say.linkNone}</p>}
      <ul className={styles.found}>
        {hits.map(({runbook: {slug, title}}) => (
          <li key={slug}>
            <button type="button" onClick={() => pick(`/${slug}`)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
