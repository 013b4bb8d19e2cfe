import Link from '@docusaurus/Link';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {CellFacts} from '../facts.ts';
import {FindingMark} from './FindingMark.tsx';
import {LiveLine} from './LiveState.tsx';
import {phrases} from './phrases.ts';
import styles from './Report.module.css';
import {TrendLine} from './TrendLine.tsx';

/** Live states that are listed one by one; a list of more is a page of its own. */
const mostLive = 6;

/** One line for each aspect; each opens and says why. */
export function Report({cells}: {readonly cells: readonly CellFacts[]}): ReactNode {
  const say = phrases[useLanguage()];
  return (
    <>
      <p className={clsx(styles.columns, styles.heads)} aria-hidden="true">
        <span>{say.lookedAt}</span>
        <span>{say.finding}</span>
        <span>{say.before}</span>
      </p>
      <ul className={styles.report}>
        {cells.map((cell) => (
          <Line key={cell.aspect} cell={cell} />
        ))}
      </ul>
    </>
  );
}

function Line({cell}: {readonly cell: CellFacts}): ReactNode {
  const say = phrases[useLanguage()];
  const {aspect, name, state, word, finding, before, why, findings, trends, improves, live} = cell;
  const [trend] = trends;
  return (
    <li className={clsx(styles.columns, styles.line)} data-aspect={aspect} data-finding={state}>
      <p className={styles.aspect}>
        <FindingMark state={state} />
        <span>
          {name} <b>{word}</b>
        </span>
      </p>
      <details className={styles.finding}>
        <summary>
          {finding} <span className={styles.why}>{say.why}</span>
        </summary>
        <p>{why}</p>
        <ul>
          {findings.map(({state: own, word: ownWord, says}) => (
            <li key={says}>
              <FindingMark state={own} label={ownWord} /> {says}
            </li>
          ))}
        </ul>
        {before !== undefined && before.finding !== finding && <p>{say.named(`${say.before} (${before.at})`, before.finding)}</p>}
        {trends.map((one) => (
          <TrendLine key={one.title} trend={one} />
        ))}
      </details>
      {live.length > 0 && (
        <div className={styles.live}>
          {live.slice(0, mostLive).map(({id, title}) => (
            <LiveLine key={id} id={id} name={title} label={title} />
          ))}
        </div>
      )}
      {trend !== undefined && trends.length === 1 && (
        <div className={styles.trend}>
          <TrendLine trend={trend} />
        </div>
      )}
      <p className={styles.before}>
        <span>{say.before}</span>{' '}
        {before === undefined ? (
          say.notKept
        ) : (
          <>
            <FindingMark state={before.state} /> {before.word}
          </>
        )}
      </p>
      <Link className={clsx(styles.improves)} to={`/${improves}`} aria-label={say.named(say.improve, name)}>
        {say.improve}
      </Link>
    </li>
  );
}
