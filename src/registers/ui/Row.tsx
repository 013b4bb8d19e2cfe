import Link from '@docusaurus/Link';
import {Fragment, type ReactNode} from 'react';
import {StateMark} from '../../live/words/StateMark.tsx';
import type {State} from '../../live/state.ts';
import {useLanguage} from '../../page/use-language.ts';
import {WrittenIn} from '../../page/WrittenIn.tsx';
import type {Cell, RegisterFacts, RegisterRow} from '../register-facts.ts';
import {ranks, standingOf, type Standing} from '../standing.ts';
import {textOf} from './arrange.ts';
import {messages} from './messages.ts';
import styles from './Register.module.css';

interface RowProps {
  readonly row: RegisterRow;
  readonly columns: RegisterFacts['columns'];
  readonly today: string | undefined;
  /** Whether the table says where rows stand. */
  readonly isStanding: boolean;
}

/** One entry: a row, on a phone a block that is headed by its first column. */
export function Row({row, columns, today, isStanding}: RowProps): ReactNode {
  const language = useLanguage();
  const standing = standingOf(row, today);
  const isForeign = row.lang !== undefined && row.lang !== language;
  // Said once for the row.
  const written = columns.find(({id, kind, lang}) => kind === 'text' && lang === undefined && textOf(row.cells[id]) !== '')?.id;
  return (
    <tr id={row.id}>
      {isStanding && <StandingCell standing={standing} row={row} />}
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
            {id === written && <WrittenIn language={row.lang} />}
          </td>
        );
      })}
    </tr>
  );
}

function StandingCell({standing, row: {noted, done}}: {readonly standing: Standing | undefined; readonly row: RegisterRow}): ReactNode {
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
      {(noted ?? done) !== undefined && <small>{withDays(done === undefined ? say.noted(noted ?? '') : say.done(done, noted))}</small>}
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
  return text.startsWith('@') ? <code>{text}</code> : withDays(text);
}

/** A day with the figure before its bracket, or the dash after it. */
const day = /((?:\d+ ?[（(])?\d{4}-\d\d(?:-\d\d)?(?:[）)]| –)?)/;

/** No day is broken at its hyphens. */
function withDays(text: string): ReactNode {
  const parts = text.split(day);
  if (parts.length === 1) return text;
  // One element: on a phone each child of a cell is laid out for itself.
  return (
    <span>
      {parts.map((part, n) =>
        n % 2 === 0 ? (
          part
        ) : (
          <span key={part} className={styles.day}>
            {part}
          </span>
        ),
      )}
    </span>
  );
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
