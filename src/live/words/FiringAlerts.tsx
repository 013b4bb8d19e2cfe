import type {ReactNode} from 'react';
import type {AlertFacts, Consoles} from '../facts.ts';
import {useAlerts, useLive} from '../feed/use-feed.ts';
import {AlertRow} from './AlertRow.tsx';
import styles from './FiringAlerts.module.css';
import {useLanguage} from '../../page/use-language.ts';
import {LiveWord} from './LiveWord.tsx';
import {phrases} from './phrases.ts';

interface Props {
  /** Given by the build: the alerts of the page, or the one that the author named. Without them the list holds every alert. */
  readonly facts?: AlertFacts;
}

/** Which alerts are firing now, each with the labels that tell it apart. An empty list is only called quiet when somebody vouches for it. */
export function FiringAlerts({facts}: Props): ReactNode {
  const say = phrases[useLanguage()];
  const answer = useAlerts();
  const named = facts?.alerts?.map((alert) => alert.name);
  // A runbook for whoever has no alert yet shows all of them.
  const names = named?.length === 0 ? undefined : named;
  const items = (answer?.items ?? []).filter((item) => names === undefined || names.includes(item.alertname));
  return (
    <div className={styles.alerts}>
      {names === undefined ? (
        <p className={styles.head}>
          <LiveWord id="alerts" live={answer?.live} name="" consoles={facts?.consoles} />
        </p>
      ) : (
        names.map((name) => <NamedAlert key={name} name={name} consoles={facts?.consoles} />)
      )}
      {names === undefined && answer?.live.state === 'ok' && <p className={styles.quiet}>{say.noAlert}</p>}
      {items.length > 0 && (
        <ul className={styles.items}>
          {items.map((item) => (
            <AlertRow
              key={`${item.alertname}${JSON.stringify(item.labels)}`}
              item={item}
              named={names !== undefined}
              vouched={answer?.live.state !== 'unknown'}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function NamedAlert({name, consoles}: {readonly name: string; readonly consoles: Consoles | undefined}): ReactNode {
  const id = `alert:${name}`;
  return (
    <p className={styles.head}>
      <code className={styles.alert}>{name}</code> <LiveWord id={id} live={useLive(id)} name={name} consoles={consoles} />
    </p>
  );
}
