import Translate from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ReactNode} from 'react';
import type {AlertItem} from '../contract.ts';
import type {AlertFacts} from '../facts.ts';
import {useAlerts, useLive, useNow} from '../feed/feed.ts';
import styles from './FiringAlerts.module.css';
import {LiveWord, useLanguage} from './LiveWord.tsx';
import {sayAge, sayState} from '../messages.ts';
import {StateMark} from './StateMark.tsx';

interface Props {
  /** Given by the build: the alerts of the page, or the one that the author named. Without it the list holds every alert. */
  readonly facts?: AlertFacts;
}

/** Which alerts are firing now, each with the labels that tell it apart. An empty list is only called quiet when somebody vouches for it. */
export function FiringAlerts({facts}: Props): ReactNode {
  const answer = useAlerts();
  const names = facts?.alerts.map((alert) => alert.name);
  const items = (answer?.items ?? []).filter((item) => names === undefined || names.includes(item.alertname));
  return (
    <div className={styles.alerts}>
      {names === undefined ? (
        <p className={styles.head}>
          <LiveWord id="alerts" live={answer?.live} />
        </p>
      ) : (
        names.map((name) => <NamedAlert key={name} name={name} />)
      )}
      {names === undefined && answer?.live.state === 'ok' && (
        <p className={styles.quiet}>
          <Translate id="live.noAlert" description="Said only when every source vouches for it">
            No alert is firing.
          </Translate>
        </p>
      )}
      {items.length > 0 && (
        <ul className={styles.items}>
          {items.map((item) => (
            <Item key={JSON.stringify(item.labels)} item={item} named={names !== undefined} vouched={answer?.live.state !== 'unknown'} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NamedAlert({name}: {readonly name: string}): ReactNode {
  const id = `alert:${name}`;
  return (
    <p className={styles.head}>
      <code className={styles.alert}>{name}</code> <LiveWord id={id} live={useLive(id)} />
    </p>
  );
}

/** When the list cannot be vouched for, what it last held stays readable and loses its colour. */
function Item({item, named, vouched}: {readonly item: AlertItem; readonly named: boolean; readonly vouched: boolean}): ReactNode {
  const language = useLanguage();
  const now = useNow();
  const labels = Object.entries(item.labels).filter(([label]) => label !== 'alertname' && label !== 'severity');
  const state = item.state === 'firing' ? 'firing' : 'degraded';
  // The permanent address belongs to the server, so the browser goes there itself: the router knows pages only.
  const address = useBaseUrl(item.href ?? '/');
  return (
    <li className={styles.item} data-state={vouched ? state : 'unknown'}>
      <StateMark state={vouched ? state : 'unknown'} />
      <div>
        <span className={styles.line}>
          {!named && <span className={styles.name}>{item.href === null ? item.alertname : <a href={address}>{item.alertname}</a>}</span>}{' '}
          <span className={styles.state}>
            {item.state === 'firing' && sayState('firing', language)}
            {item.state === 'pending' && (
              <Translate id="live.pending" description="The condition of an alert holds, but not yet for as long as its rule asks">
                Condition holds, waiting to fire
              </Translate>
            )}
            {item.state === 'silenced' && (
              <Translate id="live.silenced" description="The alert fires, but somebody silenced its notification">
                Firing, silenced
              </Translate>
            )}
          </span>{' '}
          <span className={styles.meta}>
            {item.severity}
            {now !== undefined && (
              <>
                {' · '}
                <Translate
                  id="live.since"
                  description="When the condition of an alert began to hold; the age reads like '4 min ago'"
                  values={{age: sayAge(now - Date.parse(item.startsAt), language)}}
                >
                  {'began {age}'}
                </Translate>
              </>
            )}
          </span>
        </span>{' '}
        <span className={styles.labels}>
          {labels.map(([label, value]) => (
            <span key={label}>
              {label}=<b>{JSON.stringify(value)}</b>
            </span>
          ))}
        </span>
      </div>
    </li>
  );
}
