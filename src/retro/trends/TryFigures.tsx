import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import {Cell, StackedTable} from '../../page/StackedTable.tsx';
import {useLanguage} from '../../page/use-language.ts';
import {messages} from './messages.ts';
import styles from './RetroTrends.module.css';
import type {Month, OpenTry} from './trend-facts.ts';

/** What became of the Tries of each month. */
export function Months({months}: {readonly months: readonly Month[]}): ReactNode {
  const language = useLanguage();
  const say = messages[language];
  const share = new Intl.NumberFormat(language, {style: 'percent', maximumFractionDigits: 0});
  const most = Math.max(1, ...months.map(agreedIn));
  return (
    <Frame>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.month}</th>
            <th scope="col" data-kind="number">
              {say.agreed}
            </th>
            <th scope="col" data-kind="number">
              {say.done}
            </th>
            <th scope="col" data-kind="number">
              {say.dropped}
            </th>
            <th scope="col" data-kind="number">
              {say.open}
            </th>
            <th scope="col" data-kind="number">
              {say.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{say.monthName(month.month)}</th>
              <td data-kind="number">{agreedIn(month)}</td>
              <td data-kind="number">{month.done}</td>
              <td data-kind="number">{month.dropped}</td>
              <td data-kind="number">{month.open}</td>
              <td data-kind="number" className={styles.chart}>
                <Bar
                  name={say.bar(month)}
                  most={most}
                  parts={[
                    {size: month.done, drawn: 'filled'},
                    {size: month.dropped, drawn: 'dashed'},
                    {size: month.open, drawn: 'hollow'},
                  ]}
                />
                <span>{share.format(month.done / Math.max(1, agreedIn(month)))}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

function agreedIn({done, dropped, open}: Month): number {
  return done + dropped + open;
}

/** The open Tries, the oldest first. */
export function Ages({open, day}: {readonly open: readonly OpenTry[]; readonly day: string}): ReactNode {
  const language = useLanguage();
  const say = messages[language];
  const most = Math.max(1, ...open.map(({days}) => days));
  return (
    <StackedTable>
      <thead>
        <tr>
          <th scope="col">{say.try}</th>
          <th scope="col">{say.owner}</th>
          <th scope="col" data-kind="number">
            {say.days}
          </th>
          <th scope="col">{say.check}</th>
          <th scope="col" data-kind="number">
            {say.carried}
          </th>
        </tr>
      </thead>
      <tbody>
        {open.map(({id, text, lang, owner, check, from, days, carried}) => (
          <tr key={id}>
            <th scope="row" lang={lang === language ? undefined : lang}>
              <Link to={`/${from}`}>{text}</Link>
            </th>
            <Cell head={say.owner}>{owner !== undefined && <code>{owner}</code>}</Cell>
            <Cell head={say.days} kind="number" className={styles.chart}>
              <Bar name="" most={most} parts={[{size: days, drawn: 'filled'}]} />
              <span>{days}</span>
            </Cell>
            <Cell head={say.check} className={styles.day}>
              {check}
              {check !== undefined && check < day && <strong> {say.overdue}</strong>}
            </Cell>
            <Cell head={say.carried} kind="number">
              {carried}
            </Cell>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}

/** As every table of a page: what is too wide moves by finger and by keyboard. */
function Frame({children}: {readonly children: ReactNode}): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse
    <div className="table" tabIndex={0}>
      {children}
    </div>
  );
}

interface BarProps {
  /** Empty when the figure stands beside it. */
  readonly name: string;
  readonly most: number;
  readonly parts: readonly {readonly size: number; readonly drawn: 'filled' | 'dashed' | 'hollow'}[];
}

const width = 120;

/** Lengths on one scale. What they are is told by how they are drawn, never by colour. */
function Bar({name, most, parts}: BarProps): ReactNode {
  const lengthOf = (size: number): number => (size / most) * width;
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${width + 2} 14`}
      width={width + 2}
      height={14}
      {...(name === '' ? {'aria-hidden': true} : {role: 'img', 'aria-label': name})}
    >
      {parts.map(({size, drawn}, n) => {
        const before = parts.slice(0, n).reduce((sum, part) => sum + part.size, 0);
        return size === 0 ? null : (
          <rect key={drawn} data-drawn={drawn} x={lengthOf(before) + 1.75} y={1.5} width={Math.max(1, lengthOf(size) - 1.5)} height={11} />
        );
      })}
    </svg>
  );
}
