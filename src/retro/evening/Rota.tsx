import {useId, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {AgendaFacts} from '../timer/agenda-facts.ts';
import styles from './EveningMeeting.module.css';
import {eveningLog} from './evening-log.ts';
import {messages} from './messages.ts';
import {leaderOn, ledLately, nextWeekday} from './rota.ts';
import {useEveningLog} from './use-evening-log.ts';

interface Props {
  /** Undefined in the built page, which does not know the reader's day. */
  readonly day: string | undefined;
  readonly rota: Pick<AgendaFacts, 'rota' | 'from'>;
}

/** Who leads today, who is next, and how often each role had its turn. */
export function Rota({day, rota}: Props): ReactNode {
  const say = messages[useLanguage()];
  const view = useEveningLog();
  const id = useId();
  const planned = day === undefined ? undefined : leaderOn(day, rota);
  const leads = day === undefined ? undefined : (view?.led[day] ?? planned);
  const times = day === undefined ? undefined : ledLately(day, rota, new Map(Object.entries(view?.led ?? {})));
  const next = day === undefined ? undefined : nextWeekday(day);
  const nextRole = next === undefined ? undefined : leaderOn(next, rota);
  return (
    <div className={styles.rota}>
      {day !== undefined && (
        <p className={styles.today}>
          {leads === undefined ? (
            say.noMeeting
          ) : (
            <>
              {say.leads} <b>{leads}</b>
            </>
          )}{' '}
          {next !== undefined && nextRole !== undefined && <span className={styles.soft}>{say.nextLeads(nextRole, next)}</span>}
        </p>
      )}
      {day !== undefined && planned !== undefined && (
        <p className={styles.swap}>
          <label htmlFor={id}>{say.somebodyElse}</label>
          <select
            id={id}
            value={leads}
            onChange={({target}) => eveningLog().setLeader(day, target.value === planned ? undefined : target.value)}
          >
            {rota.rota.map((role) => (
              <option key={role} value={role}>
                {role === planned ? say.asRota(role) : role}
              </option>
            ))}
          </select>
        </p>
      )}
      <table>
        <caption>{say.order}</caption>
        <thead>
          <tr>
            <th scope="col">{say.role}</th>
            {times !== undefined && (
              <th scope="col" className={styles.figure}>
                {say.times}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rota.rota.map((role) => (
            <tr key={role} aria-current={role === leads ? 'true' : undefined}>
              <th scope="row">{role}</th>
              {times !== undefined && <td className={styles.figure}>{times.get(role) ?? 0}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
