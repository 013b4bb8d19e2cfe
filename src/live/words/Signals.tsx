import type {ReactNode} from 'react';
import {sayEvidence, sayLatency, saySource} from '../evidence.ts';
import type {Consoles} from '../facts.ts';
import {useNow} from '../feed/use-feed.ts';
import type {Evidence, Live} from '../state.ts';
import {sayAge, sayLength, sayTime} from '../times.ts';
import {useLanguage} from '../../page/use-language.ts';
import {laterPhrases} from './later-phrases.ts';
import styles from './Signals.module.css';

/** The lines of a drawer. They come with their words when somebody opens the first one. */
export function Signals({live, consoles}: {readonly live: Live; readonly consoles: Consoles | undefined}): ReactNode {
  const {evidence, observedAt, validForMs} = live;
  const language = useLanguage();
  const later = laterPhrases[language];
  const at = Date.parse(observedAt);
  const now = useNow() ?? at;
  const when = `${sayTime(at, {language, now})}${language === 'ja' ? '、' : ', '}${sayAge(now - at, language)}`;
  const isDelay = ({check, detail}: Evidence): boolean => detail !== undefined && /(^|\/)latency$/.test(check);
  const delays = new Set(evidence.filter((item) => isDelay(item)).map(({detail = ''}) => sayLatency(detail, language)));
  const signals = evidence.filter((item) => !isDelay(item));
  const withdrawn = whatWithdrew(live);
  const asked = Object.entries(consoles ?? {}).filter(([source]) => evidence.some((item) => item.source === source));
  return (
    <>
      {withdrawn !== undefined && (
        <span role="list" className={styles.signals}>
          <Signal item={withdrawn} />
        </span>
      )}
      {signals.length === 0 && <span className={styles.line}>{later.noEvidence}</span>}
      {withdrawn !== undefined && signals.length > 0 && <span className={styles.line}>{later.before}</span>}
      <span role="list" className={styles.signals} data-before={withdrawn !== undefined || undefined}>
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

/**
 * What took a state away when nothing that it rests on fails: the page no longer hears its server, or time alone has passed. The rest of the
 * evidence is then of before.
 */
function whatWithdrew(live: Live): Evidence | undefined {
  if (live.state !== 'unknown') return undefined;
  const {reason, evidence} = live;
  if (reason === 'gateway-lost') return {source: 'page', check: 'hears-server', ok: false};
  const told = evidence.some(({ok, detail}) => !ok && detail?.startsWith('stale'));
  return reason === 'stale' && !told ? {source: 'page', check: 'seen-lately', ok: false} : undefined;
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
