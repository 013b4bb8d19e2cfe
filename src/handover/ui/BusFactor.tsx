import type {ReactNode} from 'react';
import type {State} from '../../live/state.ts';
import {StateMark} from '../../live/words/StateMark.tsx';
import {useLanguage} from '../../page/use-language.ts';
import type {MatrixFacts} from '../facts.ts';
import type {Standing} from '../matrix.ts';
import styles from './Handover.module.css';
import {phrases} from './phrases.ts';

/** Who could run each service tomorrow, the worst first. In ink: a count of a year is vouched for by nobody this minute. */
export function BusFactor({facts: {asOf, rows}}: {readonly facts: MatrixFacts}): ReactNode {
  const say = phrases[useLanguage()];
  return (
    <div className={styles.word}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse */}
      <div className="table" tabIndex={0}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{say.service}</th>
              <th scope="col">{say.canOperate}</th>
              {rows[0]?.tasks.map(({task}) => (
                <th key={task} scope="col">
                  {say.tasks[task]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({service, title, owner, standing, able, tasks}) => (
              <tr key={service}>
                <th scope="row">
                  {title} <small>{owner}</small>
                </th>
                <td>
                  <span className={styles.standing}>
                    <StateMark state={shapes[standing]} /> <span>{say.standing[standing](able)}</span>
                  </span>
                </td>
                {tasks.map(({task, roles}) => (
                  <td key={task}>
                    <b>{roles.length}</b>{' '}
                    <small>{roles.length === 0 ? say.nobody : roles.map(({role, at}) => <span key={role}>{say.at(role, at)}</span>)}</small>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.asOf}>{say.asOf(asOf)}</p>
    </div>
  );
}

/** The shape says what the words beside it say. */
const shapes: Readonly<Record<Standing, State>> = {enough: 'ok', thin: 'degraded', one: 'degraded', none: 'down', unknown: 'unknown'};
