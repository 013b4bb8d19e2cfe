import type {ReactNode} from 'react';
import {sayEvidence, sayLatency, saySource} from '../evidence.ts';
import type {Consoles} from '../facts.ts';
import {useNow} from '../feed/feed.ts';
import type {Evidence, Live} from '../state.ts';
import {sayAge, sayLength, sayTime} from '../times.ts';
import {useLanguage} from './language.ts';
import {laterPhrases} from './later-phrases.ts';
import styles from './Signals.module.css';

/** The lines of a drawer. They come with their words when somebody opens the first one. */
export function Signals({
  live: {evidence, observedAt, validForMs},
  consoles,
}: {
  readonly live: Live;
  readonly consoles: Consoles | undefined;
}): ReactNode {
  const language = useLanguage();
  const later = laterPhrases[language];
  const at = Date.parse(observedAt);
  const now = useNow() ?? at;
  const when = `${sayTime(at, {language, now})}${language === 'ja' ? '、' : ', '}${sayAge(now - at, language)}`;
  const isDelay = ({check, detail}: Evidence): boolean => detail !== undefined && /(^|\/)latency$/.test(check);
  const delays = new Set(evidence.filter((item) => isDelay(item)).map(({detail = ''}) => sayLatency(detail, language)));
  const signals = evidence.filter((item) => !isDelay(item));
  const asked = Object.entries(consoles ?? {}).filter(([source]) => evidence.some((item) => item.source === source));
  return (
    <>
      {signals.length === 0 && <span className={styles.line}>{later.noEvidence}</span>}
      <span role="list" className={styles.signals}>
        {signals.map((item, n) => (
          // oxlint-disable-next-line react/no-array-index-key -- signals have no name of their own, and keep their order
          <Signal key={n} item={item} />
        ))}
      </span>
      {validForMs > 0 && validForMs < Infinity && <span className={styles.line}>{later.seen(when, sayLength(validForMs, language))}</span>}
      {[...delays].map((delay) => (
        <span key={delay} className={styles.line}>
          {delay}
        </span>
      ))}
      {asked.length > 0 && (
        <span className={styles.line}>
          {later.look}{' '}
          {asked.map(([source, address]) => (
            <a key={source} className={styles.console} href={address} rel="noreferrer">
              {saySource(source, language)}
            </a>
          ))}
        </span>
      )}
    </>
  );
}

function Signal({item}: {readonly item: Evidence}): ReactNode {
  const language = useLanguage();
  const {outcome, about, claim, reason, detail} = sayEvidence(item, language);
  return (
    <span role="listitem" className={styles.signal} data-outcome={outcome}>
      <span className={styles.outcome}>{laterPhrases[language].outcome[outcome]}</span>{' '}
      <span>
        {claim} {about !== undefined && <code>{about}</code>} {reason !== undefined && <b>{reason}</b>}{' '}
        {detail !== undefined && detail !== '' && <code>{detail}</code>}
      </span>
    </span>
  );
}
