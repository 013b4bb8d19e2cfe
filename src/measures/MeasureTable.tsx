import type {ReactNode} from 'react';
import {Cell, StackedTable} from '../page/StackedTable.tsx';
import {useLanguage} from '../page/use-language.ts';
import {ChangeMark} from './ChangeMark.tsx';
import type {ChainFacts} from './facts.ts';
import styles from './MeasureTable.module.css';
import {phrases} from './phrases.ts';

/** Every measure with its latest figure, how it compares, its target and what it rests on. */
export function MeasureTable({facts: {measures}}: {readonly facts: ChainFacts}): ReactNode {
  const say = phrases[useLanguage()];
  if (measures.length === 0) return <p>{say.empty}</p>;
  return (
    <StackedTable className={styles.measures}>
      <thead>
        <tr>
          <th scope="col">{say.table.measure}</th>
          <th scope="col">{say.table.latest}</th>
          <th scope="col">{say.table.before}</th>
          <th scope="col">{say.table.target}</th>
          <th scope="col">{say.table.basis}</th>
        </tr>
      </thead>
      <tbody>
        {measures.map(({id, title, latest, before, change, target, reached, basis}) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <Cell head={say.table.latest}>
              {latest === undefined ? (
                say.noFigure
              ) : (
                <>
                  <b>{latest.figure}</b> <time dateTime={latest.at}>{say.asOf(latest.day)}</time>
                </>
              )}
            </Cell>
            <Cell head={say.table.before}>
              <ChangeMark change={change} />
              {change === 'unknown' || before === undefined ? say.change.unknown : say.change[change](before)}
            </Cell>
            <Cell head={say.table.target}>
              {target}
              {reached !== undefined && <span className={styles.reached}>{reached ? say.reached : say.missed}</span>}
            </Cell>
            <Cell head={say.table.basis}>{basis}</Cell>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}
