import clsx from 'clsx';
import type {ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {QueryResultFacts} from '../facts.ts';
import {phrases} from './phrases.ts';
import styles from './QueryResult.module.css';

interface Props {
  /** Name of a query in `examples/access-log/queries.yaml`. */
  readonly id: string;
  /** Given by the build. */
  readonly facts: QueryResultFacts;
}

/**
 * The answer of a query for the sample log: bars, a table, and the query in both dialects. Everything stands in the page; ink only, since no
 * state is vouched for here. Texts of the log are shown as text.
 */
export function QueryResult({id, facts}: Props): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const {title, columns, rows, chart} = facts;
  const format = new Intl.NumberFormat(language, {maximumFractionDigits: 2});
  const show = (cell: string | number | null, unit?: string): string => {
    if (cell === null) return '–';
    if (typeof cell === 'string') return cell;
    return unit === undefined ? format.format(cell) : unit === '%' ? `${format.format(cell)}%` : `${format.format(cell)} ${unit}`;
  };
  const bars = chart.values.flatMap((at) => rows.map((row) => Number(row[at])));
  const longest = Math.max(...bars, Number.MIN_VALUE);
  return (
    <figure className={styles.result} id={`query-${id}`}>
      <figcaption className={styles.title}>{title}</figcaption>
      {chart.values.length > 1 && (
        <p className={styles.key}>
          {chart.values.map((at, n) => (
            <span key={at}>
              <Bar share={1} second={n > 0} short /> {columns[at]?.title}
            </span>
          ))}
        </p>
      )}
      {/* The same figures stand in the table below, which says what each of them is. */}
      <div className={styles.bars} aria-hidden="true">
        {rows.map((row) => (
          <div key={String(row[chart.label])} className={styles.row}>
            <span className={styles.label}>{row[chart.label]}</span>
            {chart.values.map((at, n) => (
              <span key={at} className={styles.bar}>
                <Bar share={Number(row[at]) / longest} second={n > 0} />
                <span className={styles.figure}>{show(row[at] ?? null, columns[at]?.unit)}</span>
              </span>
            ))}
          </div>
        ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse */}
      <div className="table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map(({name, title: column, isFigure}) => (
                <th key={name} scope="col" className={clsx(isFigure && styles.number)}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={String(row[chart.label])}>
                {columns.map(({name, unit, isFigure}, at) => (
                  <td key={name} className={clsx(isFigure && styles.number)}>
                    {show(row[at] ?? null, unit)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.origin}>{say.origin(format.format(facts.lines), format.format(facts.refused))}</p>
      {(['sql', 'bigquery'] as const).map((dialect) => (
        <details key={dialect} className={styles.query}>
          <summary>{say[dialect]}</summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse */}
          <pre tabIndex={0}>
            <code translate="no">{facts[dialect].trimEnd()}</code>
          </pre>
        </details>
      ))}
    </figure>
  );
}

interface BarProps {
  /** Of the whole width, from 0 to 1. */
  readonly share: number;
  readonly second: boolean;
  readonly short?: boolean;
}

function Bar({share, second, short = false}: BarProps): ReactNode {
  return (
    <svg className={clsx(styles.drawn, second && styles.second, short && styles.short)} viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect width={Math.max(0, Math.min(1, share)) * 100} height="10" />
    </svg>
  );
}
