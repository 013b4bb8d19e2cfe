import {useId, useState, type ReactNode} from 'react';
import type {Consoles} from '../facts.ts';
import {useNow} from '../feed/feed.ts';
import {sayEvidence, sayLatency, saySource} from '../messages.ts';
import type {Evidence, Live} from '../state.ts';
import {sayAge, sayLength, sayTime} from '../times.ts';
import styles from './Drawer.module.css';
import {useLanguage} from './language.ts';
import {phrases} from './phrases.ts';

interface Props {
  readonly live: Live;
  readonly name: string;
  readonly consoles?: Consoles | undefined;
}

/**
 * What a state rests on: which signals, which of them failed and why, how old they are, how late they may be, and where to look. It is drawn
 * with the elements of a sentence alone, because a word may stand in one.
 */
export function Drawer({live, name, consoles}: Props): ReactNode {
  const say = phrases[useLanguage()];
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={styles.why}
        aria-expanded={open}
        aria-controls={id}
        aria-label={`${say.why} ${name}`}
        onClick={() => setOpen(!open)}
      >
        {say.why}
      </button>
      <span id={id} className={styles.drawer} role="group" aria-label={`${say.evidence}: ${name}`} hidden={!open}>
        {open && <Signals live={live} consoles={consoles} />}
      </span>
    </>
  );
}

function Signals({
  live: {evidence, observedAt, validForMs},
  consoles,
}: {
  readonly live: Live;
  readonly consoles: Consoles | undefined;
}): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const at = Date.parse(observedAt);
  const now = useNow() ?? at;
  const when = `${sayTime(at, {language, now})}${language === 'ja' ? '、' : ', '}${sayAge(now - at, language)}`;
  const isDelay = ({check, detail}: Evidence): boolean => detail !== undefined && /(^|\/)latency$/.test(check);
  const delays = new Set(evidence.filter((item) => isDelay(item)).map(({detail = ''}) => sayLatency(detail, language)));
  const signals = evidence.filter((item) => !isDelay(item));
  const asked = Object.entries(consoles ?? {}).filter(([source]) => evidence.some((item) => item.source === source));
  return (
    <>
      {signals.length === 0 && <span className={styles.line}>{say.noEvidence}</span>}
      <span role="list" className={styles.signals}>
        {signals.map((item, n) => (
          // oxlint-disable-next-line react/no-array-index-key -- signals have no name of their own, and keep their order
          <Signal key={n} item={item} />
        ))}
      </span>
      {validForMs > 0 && validForMs < Infinity && <span className={styles.line}>{say.seen(when, sayLength(validForMs, language))}</span>}
      {[...delays].map((delay) => (
        <span key={delay} className={styles.line}>
          {delay}
        </span>
      ))}
      {asked.length > 0 && (
        <span className={styles.line}>
          {say.look}{' '}
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
      <span className={styles.outcome}>{phrases[language].outcome[outcome]}</span>{' '}
      <span>
        {claim} {about !== undefined && <code>{about}</code>} {reason !== undefined && <b>{reason}</b>}{' '}
        {detail !== undefined && detail !== '' && <code>{detail}</code>}
      </span>
    </span>
  );
}
