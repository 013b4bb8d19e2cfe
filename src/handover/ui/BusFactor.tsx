import type {ReactNode} from 'react';
import type {State} from '../../live/state.ts';
import {StateMark} from '../../live/words/StateMark.tsx';
import {useLanguage} from '../../page/use-language.ts';
import type {MatrixFacts} from '../facts.ts';
import type {Standing} from '../matrix.ts';
import styles from './Handover.module.css';
import {phrases} from './phrases.ts';

/** Who could run each service tomorrow, the worst first: where a role has no day, it lacks a task. In ink, since a count of a year is vouched
 * for by nobody this minute. */
export function BusFactor({facts: {asOf, rows}}: {readonly facts: MatrixFacts}): ReactNode {
  const say = phrases[useLanguage()];
  const heads = rows[0]?.tasks.map(({task}) => task) ?? [];
  return (
    <div className={styles.word}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{say.role}</th>
            {heads.map((task) => (
              <th key={task} scope="col">
                {say.tasks[task]}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(({service, title, owner, standing, able, tasks}) => (
          <tbody key={service}>
            <tr>
              <th scope="rowgroup" colSpan={heads.length + 1}>
                {title} <small>{owner}</small>
                <span className={styles.standing}>
                  <StateMark state={shapes[standing]} /> <span>{say.standing[standing](able)}</span>
                </span>
              </th>
            </tr>
            {rolesOf(tasks).map((role) => (
              <tr key={role}>
                <th scope="row">{role}</th>
                {tasks.map(({task, roles}) => (
                  <td key={task}>
                    <LastDone at={roles.find((one) => one.role === role)?.at} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className={styles.asOf}>{say.asOf(asOf)}</p>
    </div>
  );
}

function LastDone({at}: {readonly at: string | undefined}): ReactNode {
  const say = phrases[useLanguage()];
  return at === undefined ? <b>{say.never}</b> : <time dateTime={at}>{at}</time>;
}

/** Those who did the most of the tasks first. */
function rolesOf(tasks: MatrixFacts['rows'][number]['tasks']): readonly string[] {
  const all = tasks.flatMap(({roles}) => roles.map(({role}) => role));
  const count = (role: string): number => all.filter((one) => one === role).length;
  return [...new Set(all)].toSorted((a, b) => count(b) - count(a));
}

/** The shape says what the words beside it say. */
const shapes: Readonly<Record<Standing, State>> = {enough: 'ok', thin: 'degraded', one: 'degraded', none: 'down', unknown: 'unknown'};
