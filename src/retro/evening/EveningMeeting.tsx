import {useSyncExternalStore, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {AgendaFacts} from '../timer/agenda-facts.ts';
import {AgendaTimer} from '../timer/AgendaTimer.tsx';
import styles from './EveningMeeting.module.css';
import {messages} from './messages.ts';
import {Log} from './Log.tsx';
import {Rota} from './Rota.tsx';
import {today} from './rota.ts';

interface Props {
  /** Id of an agenda in `data/agendas`. */
  readonly agenda: string;
  /** Given by the build. */
  readonly facts: AgendaFacts;
}

/** An evening meeting on one shared screen: the clock, who leads today, and the line that is written before the call ends. */
export function EveningMeeting({agenda, facts}: Props): ReactNode {
  const say = messages[useLanguage()];
  const day = useToday();
  return (
    <div className={styles.evening}>
      <AgendaTimer agenda={agenda} facts={facts} />
      {facts.rota.length > 0 && <Rota day={day} rota={facts} />}
      {day !== undefined && <Log day={day} />}
      <noscript>
        <p>{say.noScript}</p>
      </noscript>
    </div>
  );
}

/** Undefined in the built page. A tab that stays open over night looks again when somebody comes back to it. */
function useToday(): string | undefined {
  return useSyncExternalStore(
    onReturn,
    () => today(new Date()),
    () => undefined,
  );
}

function onReturn(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}
