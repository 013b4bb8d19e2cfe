import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {Fragment, useId, useState, useSyncExternalStore, type ReactNode} from 'react';
import {StateMark} from '../../live/words/StateMark.tsx';
import type {State} from '../../live/state.ts';
import {useLanguage} from '../../page/use-language.ts';
import type {Cell, RegisterFacts, RegisterRow} from '../register-facts.ts';
import {ranks, standingOf, type Standing} from '../standing.ts';
import {arrange, textOf} from './arrange.ts';
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
  const {collectAnchor} = useBrokenLinks();
  // Other pages point to rows: the build has to know that they are there.
  for (const row of rows) collectAnchor(row.id);
  const present = useSyncExternalStore(never, presentDay, () => undefined);
  const today = asOf ?? present;
  const [words, setWords] = useState('');
  const [standing, setStanding] = useState<Standing>();
  const [{by, isDown}, setOrder] = useState<{readonly by?: string; readonly isDown: boolean}>({isDown: false});
  const shown = arrange(rows, {words, standing, by, isDown, today});
  const known = [...new Set(rows.flatMap((row) => standingOf(row, today) ?? []))];
  // Where no row stands anywhere there is no column for it.
  const heads = [...(known.length === 0 ? [] : [{id: 'status', kind: 'text', title: say.statusColumn} as const]), ...columns];
  if (rows.length === 0) return <p>{say.empty}</p>;
  return (
    <div className={styles.register}>
      <div className={styles.controls}>
        <label htmlFor={`${id}words`}>{say.filter}</label>
        <input id={`${id}words`} type="search" value={words} onChange={({target}) => setWords(target.value)} />
        {known.length > 0 && (
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
        )}
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
            <Row key={row.id} row={row} columns={columns} today={today} isStanding={known.length > 0} />
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
  /** Whether the table says where rows stand. */
  readonly isStanding: boolean;
}

function Row({row, columns, today, isStanding}: RowProps): ReactNode {
  const language = useLanguage();
  const standing = standingOf(row, today);
  const isForeign = row.lang !== undefined && row.lang !== language;
  return (
    <tr id={row.id}>
      {isStanding && <StandingCell standing={standing} />}
      {columns.map(({id, kind, title, lang}, n) => {
        const cell = row.cells[id];
        const isWritten = isForeign && kind === 'text';
        return (
          <td
            key={id}
            data-kind={kind}
            data-label={title}
            data-first={n === 0 ? '' : undefined}
            data-empty={textOf(cell) === '' ? '' : undefined}
            lang={lang ?? (isWritten ? row.lang : undefined)}
          >
            <Content cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}

function StandingCell({standing}: {readonly standing: Standing | undefined}): ReactNode {
  const say = messages[useLanguage()];
  const shape = standing === undefined ? undefined : shapes[standing];
  return (
    <td
      className={styles.standing}
      data-label={say.statusColumn}
      data-empty={shape === undefined ? '' : undefined}
      // In ink, as the health check: colour is for what somebody vouches for at this moment.
      data-asks={shape === undefined || shape === 'unknown' || asksNobody(standing) ? undefined : ''}
    >
      {standing !== undefined && shape !== undefined && (
        <span>
          <StateMark state={shape} /> {say.status[standing]}
        </span>
      )}
    </td>
  );
}

function Content({cell}: {readonly cell: Cell | undefined}): ReactNode {
  const language = useLanguage();
  if (typeof cell === 'object') {
    return ('to' in cell ? [cell] : cell.links).map(({text, to}, n) => (
      <Fragment key={text}>
        {n > 0 && ' · '}
        <Link to={to}>{text}</Link>
      </Fragment>
    ));
  }
  if (typeof cell === 'number') return new Intl.NumberFormat(language).format(cell);
  const text = textOf(cell);
  return text.startsWith('@') ? <code>{text}</code> : text;
}

/** The rest has a shape and a word too. */
const shapes: Readonly<Record<Standing, State>> = {
  failed: 'down',
  never: 'down',
  overdue: 'degraded',
  over: 'degraded',
  stale: 'degraded',
  warning: 'degraded',
  ending: 'degraded',
  unknown: 'unknown',
  open: 'maintenance',
  holds: 'maintenance',
  doing: 'maintenance',
  planned: 'maintenance',
  odd: 'degraded',
  undone: 'degraded',
  supported: 'ok',
  fresh: 'ok',
  ok: 'ok',
  past: 'unknown',
  done: 'ok',
  dropped: 'unknown',
};

/** Colour is for what asks for somebody. */
function asksNobody(standing: Standing | undefined): boolean {
  return standing === undefined || !ranks[0]?.includes(standing);
}

function presentDay(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A page that is open over midnight says the new day when it is next drawn. */
function never(): () => void {
  return () => undefined;
}
