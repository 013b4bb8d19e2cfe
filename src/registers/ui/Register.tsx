import Link from '@docusaurus/Link';
import {useId, useState, useSyncExternalStore, type ReactNode} from 'react';
import {StateMark} from '../../live/words/StateMark.tsx';
import type {State} from '../../live/state.ts';
import {useLanguage} from '../../page/use-language.ts';
import type {Cell, RegisterFacts, RegisterRow} from '../register-facts.ts';
import {arrange, standingOf, textOf, type Standing} from './arrange.ts';
import {messages} from './messages.ts';
import styles from './Register.module.css';

interface Props {
  /** Name of a register in `data/registers`. */
  readonly name: string;
  /** Given by the build. */
  readonly facts: RegisterFacts;
}

/** A register as a table that can be sorted and filtered; without scripts it is a plain table, on a phone each row is a block. */
export function Register({facts: {columns, rows, asOf}}: Props): ReactNode {
  const language = useLanguage();
  const say = messages[language];
  const id = useId();
  const present = useSyncExternalStore(never, presentDay, () => undefined);
  const today = asOf ?? present;
  const [words, setWords] = useState('');
  const [standing, setStanding] = useState<Standing>();
  const [{by, isDown}, setOrder] = useState<{readonly by?: string; readonly isDown: boolean}>({isDown: false});
  const shown = arrange(rows, {words, standing, by, isDown, today});
  const known = [...new Set(rows.map((row) => standingOf(row, today)))];
  const heads = [{id: 'status', kind: 'text', title: say.statusColumn} as const, ...columns];
  if (rows.length === 0) return <p>{say.empty}</p>;
  return (
    <div className={styles.register}>
      <div className={styles.controls}>
        <label htmlFor={`${id}words`}>{say.filter}</label>
        <input id={`${id}words`} type="search" value={words} onChange={({target}) => setWords(target.value)} />
        <select
          aria-label={say.statusColumn}
          value={standing ?? ''}
          onChange={({target}) => setStanding(known.find((one) => one === target.value))}
        >
          <option value="">{say.all}</option>
          {known.map((one) => (
            <option key={one} value={one}>
              {say.status[one]}
            </option>
          ))}
        </select>
        <span role="status">{say.shown(shown.length, rows.length)}</span>
      </div>
      <table>
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
            <Row key={row.id} row={row} columns={columns} today={today} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p>{say.nothing}</p>}
      {asOf !== undefined && <p className={styles.asOf}>{say.asOf(asOf)}</p>}
    </div>
  );
}

interface RowProps {
  readonly row: RegisterRow;
  readonly columns: RegisterFacts['columns'];
  readonly today: string | undefined;
}

function Row({row, columns, today}: RowProps): ReactNode {
  const language = useLanguage();
  const say = messages[language];
  const standing = standingOf(row, today);
  const isForeign = row.lang !== undefined && row.lang !== language;
  return (
    <tr id={row.id}>
      <td
        className={styles.standing}
        data-label={say.statusColumn}
        data-state={standing === 'overdue' || standing === 'over' ? 'degraded' : undefined}
      >
        <span>
          <StateMark state={shapes[standing]} /> {say.status[standing]}
        </span>
      </td>
      {columns.map(({id, kind, title}, n) => {
        const cell = row.cells[id];
        const isWritten = isForeign && kind === 'text';
        return (
          <td
            key={id}
            data-kind={kind}
            data-label={title}
            data-first={n === 0 ? '' : undefined}
            data-empty={textOf(cell) === '' ? '' : undefined}
            lang={isWritten ? row.lang : undefined}
          >
            <Content cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}

function Content({cell}: {readonly cell: Cell | undefined}): ReactNode {
  if (typeof cell === 'object') return <Link to={cell.to}>{cell.text}</Link>;
  const text = textOf(cell);
  return text.startsWith('@') ? <code>{text}</code> : text;
}

/** Colour is for what is late. The rest has a shape and a word. */
const shapes: Readonly<Record<Standing, State>> = {
  open: 'maintenance',
  holds: 'maintenance',
  overdue: 'degraded',
  over: 'degraded',
  done: 'ok',
  dropped: 'unknown',
};

function presentDay(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A page that is open over midnight says the new day when it is next drawn. */
function never(): () => void {
  return () => undefined;
}
