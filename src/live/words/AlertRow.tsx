import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ReactNode} from 'react';
import type {AlertItem} from '../contract.ts';
import {useNow} from '../feed/use-feed.ts';
import {sayAge} from '../times.ts';
import styles from './AlertRow.module.css';
import {useLanguage} from '../../page/use-language.ts';
import {phrases} from './phrases.ts';
import {StateMark} from './StateMark.tsx';

interface Props {
  readonly item: AlertItem;
  /** The name stands above already, and the page is the runbook. */
  readonly named?: boolean;
  /** Whether the list can be believed. When not, what it last held stays readable and loses its colour. */
  readonly vouched: boolean;
  /** The link to the runbook is what the page is for. */
  readonly big?: boolean;
}

/** One alert: what it says, since when, the labels that tell it apart, and the way to its runbook. */
export function AlertRow({item, named = false, vouched, big = false}: Props): ReactNode {
  const language = useLanguage();
  const now = useNow();
  const say = phrases[language];
  const labels = Object.entries(item.labels).filter(([label]) => label !== 'alertname' && label !== 'severity');
  // The gateway lists hosts; that a link stays a link is looked at here too. An older server gives none.
  const links = Object.entries(item.links ?? {}).filter(([, href]) => href.startsWith('https://'));
  const seenAt = item.lastSeenAt === undefined ? undefined : Date.parse(item.lastSeenAt);
  const state = !vouched || seenAt !== undefined ? 'unknown' : item.state === 'pending' ? 'degraded' : 'firing';
  // The permanent address is a file that the build lays beside the pages, and the router knows pages only: the browser goes there itself.
  const address = useBaseUrl(item.href ?? '/');
  const name = item.href === null ? item.alertname : <a href={address}>{item.alertname}</a>;
  return (
    <li className={styles.item} data-state={state} data-big={big || undefined}>
      <StateMark state={state} />
      <div className={styles.body}>
        <span className={styles.line}>
          {!named && <span className={styles.name}>{name}</span>}{' '}
          <span className={styles.state}>
            {seenAt === undefined ? say.alertState[item.state] : say.lastSeen(say.alertState[item.state], seenAt, now ?? seenAt)}
          </span>{' '}
          <span className={styles.meta}>
            {item.severity}
            {now !== undefined && ` · ${say.since(sayAge(now - Date.parse(item.startsAt), language))}`}
          </span>
        </span>{' '}
        {(item.summary ?? '') !== '' && <span className={styles.summary}>{item.summary}</span>}{' '}
        <span className={styles.labels}>
          {labels.map(([label, value]) => (
            <span key={label}>
              {label}=<b>{JSON.stringify(value)}</b>
            </span>
          ))}
        </span>
        {links.length > 0 && (
          <span className={styles.links}>
            {links.map(([link, href]) => (
              <a key={link} href={href} rel="noreferrer">
                {link}
              </a>
            ))}
          </span>
        )}
      </div>
    </li>
  );
}
