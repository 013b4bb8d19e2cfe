import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useState, type ReactNode} from 'react';
import type {Language} from '../../catalog/contract.ts';
import {useNow} from '../feed/feed.ts';
import styles from './LiveWord.module.css';
import {sayAge, sayLastKnown, sayLive, sayTime} from '../messages.ts';
import {StateMark} from './StateMark.tsx';
import type {Live, State} from '../state.ts';

export function useLanguage(): Language {
  return useDocusaurusContext().i18n.currentLocale as Language;
}

/**
 * Shape, word and age of one state. In the static page it is a dashed ring and a sentence without colour: a page that is cached, printed or
 * read without a script claims nothing.
 */
export function LiveWord({id, live}: {readonly id: string; readonly live: Live | undefined}): ReactNode {
  const language = useLanguage();
  const now = useNow();
  const changed = useChanged(live?.state);
  if (live === undefined || now === undefined) {
    return (
      <span className={styles.word} data-live={id}>
        <StateMark state="unknown" />
        <span className={styles.notYet}>
          <Translate
            id="live.notYet"
            description="Stands in the page until the live state has arrived, and for good where there is no script or no server"
          >
            Not known here: live state needs the page’s script and the handbook’s server
          </Translate>
        </span>
      </span>
    );
  }
  const lastKnown = sayLastKnown(live, {language, now});
  return (
    <span className={styles.word} data-live={id} data-state={live.state} data-reason={live.state === 'unknown' ? live.reason : undefined}>
      <StateMark state={live.state} changed={changed} />
      <span className={styles.state} role="status">
        {sayLive(live, language)}
      </span>
      <AsOf live={live} />
      {lastKnown !== undefined && <span className={styles.lastKnown}>{lastKnown}</span>}
    </span>
  );
}

/** Whether the state became another one before the reader's eyes. The first answer is no change. */
function useChanged(state: State | undefined): boolean {
  const [seen, setSeen] = useState({state, changed: false});
  if (seen.state !== state) setSeen({state, changed: seen.state !== undefined});
  return seen.changed;
}

/** When a state was observed, and how long ago that is. */
function AsOf({live}: {readonly live: Live}): ReactNode {
  const language = useLanguage();
  const now = useNow();
  if (now === undefined || live.validForMs === 0 || live.validForMs === Infinity) return null;
  const at = Date.parse(live.observedAt);
  return (
    <time className={styles.asOf} dateTime={live.observedAt}>
      {language === 'ja'
        ? `${sayTime(at, {language})}時点、${sayAge(now - at, language)}`
        : `as of ${sayTime(at, {language})}, ${sayAge(now - at, language)}`}
    </time>
  );
}
