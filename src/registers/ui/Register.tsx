import {useLocation} from '@docusaurus/router';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {useEffect, useState, useSyncExternalStore, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {RegisterFacts} from '../register-facts.ts';
import {arrange, type Narrowed, type Order} from './arrange.ts';
import {Controls, standingsOf} from './Controls.tsx';
import {messages} from './messages.ts';
import styles from './Register.module.css';
import {Row} from './Row.tsx';

interface Props {
  /** Name of a register in `data/registers`. */
  readonly name: string;
  /** Given by the build. */
  readonly facts: RegisterFacts;
}

/** Rows of a longer register that are shown before somebody asks for all; as many as the style sheet has. */
const mostRows = 24;

/** A register as a table that can be sorted and filtered; without scripts it is a plain table, on a phone each row is a block. */
export function Register({facts}: Props): ReactNode {
  const {columns, rows, asOf} = facts;
  const language = useLanguage();
  const say = messages[language];
  const {collectAnchor} = useBrokenLinks();
  // Other pages point to rows: the build has to know that they are there.
  for (const row of rows) collectAnchor(row.id);
  const present = useSyncExternalStore(never, presentDay, () => undefined);
  const today = asOf ?? present;
  const [narrowed, setNarrowed] = useState<Narrowed>({words: '', standing: undefined, chosen: {}});
  const [order, setOrder] = useState<Order>({by: undefined, isDown: false});
  const {by, isDown} = order;
  const [isWhole, setWhole] = useState(false);
  // A page is built without an address; whoever comes to a row that is folded away finds it.
  const isAwake = useSyncExternalStore(never, yes, no);
  const sought = useLocation().hash.slice(1);
  const isSought = isAwake && rows.slice(mostRows).some(({id}) => id === sought);
  useEffect(() => {
    if (isSought) document.getElementById(sought)?.scrollIntoView();
  }, [isSought, sought]);
  useEffect(() => whenSearched(() => setWhole(true)), []);
  const shown = arrange(rows, {...narrowed, by, isDown, today});
  const hasStandings = standingsOf(rows, today).length > 0;
  // Where no row stands anywhere there is no column for it.
  const heads = [...(hasStandings ? [{id: 'status', kind: 'text', title: say.statusColumn} as const] : []), ...columns];
  // Whoever looks for something sees all that there is of it.
  const isFolded = !isWhole && !isSought && by === undefined && shown.length === rows.length && rows.length > mostRows;
  if (rows.length === 0) return <p>{say.empty}</p>;
  return (
    <div className={styles.register}>
      <Controls
        facts={facts}
        today={today}
        narrowed={narrowed}
        onNarrow={setNarrowed}
        heads={heads}
        order={order}
        onOrder={setOrder}
        count={shown.length}
      />
      <table data-folded={isFolded ? '' : undefined}>
        <thead>
          <tr>
            {heads.map((column) => (
              <th
                key={column.id}
                scope="col"
                data-kind={column.kind}
                aria-sort={by === column.id ? (isDown ? 'descending' : 'ascending') : undefined}
              >
                <button
                  type="button"
                  title={say.sortBy(column.title)}
                  onClick={() => setOrder({by: column.id, isDown: by === column.id && !isDown})}
                >
                  {column.title}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.id} row={row} columns={columns} today={today} isStanding={hasStandings} />
          ))}
        </tbody>
      </table>
      {isFolded && (
        <button type="button" className={styles.whole} onClick={() => setWhole(true)}>
          {say.whole(rows.length)}
        </button>
      )}
      {shown.length === 0 && <p>{say.nothing}</p>}
      {asOf !== undefined && <p className={styles.asOf}>{say.asOf(asOf)}</p>}
    </div>
  );
}

/** The browser finds nothing in what is folded: who opens its search gets all rows first. Returns what ends it. */
function whenSearched(open: () => void): () => void {
  const stop = new AbortController();
  window.addEventListener('keydown', ({key, ctrlKey, metaKey}) => key === 'f' && (ctrlKey || metaKey) && open(), {signal: stop.signal});
  return () => stop.abort();
}

function presentDay(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A page that is open over midnight says the new day when it is next drawn; whether scripts run does not change again. */
function never(): () => void {
  return () => undefined;
}

function yes(): boolean {
  return true;
}

function no(): boolean {
  return false;
}
