import {useState, type ReactNode} from 'react';
import type {Consoles} from '../facts.ts';
import {useNow} from '../feed/use-feed.ts';
import {sayFigures, sayLastKnown, sayLive} from '../messages.ts';
import type {Known, Live, State, Value} from '../state.ts';
import {Drawer} from './Drawer.tsx';
import {useLanguage} from '../../page/use-language.ts';
import styles from './LiveWord.module.css';
import {phrases} from './phrases.ts';
import {StateMark} from './StateMark.tsx';

interface Props {
  readonly id: string;
  readonly live: Live | undefined;
  /** What it is about, for a reader who hears the button of the drawer without its surroundings. */
  readonly name: string;
  readonly consoles?: Consoles | undefined;
  /** A state that nothing has judged: only what is not known is said, and nothing is coloured. */
  readonly bare?: boolean;
  /** Says what was last known where that is more than a state: who had the shift, or a figure that nobody judges. */
  readonly said?: ((value: Value) => string | undefined) | undefined;
}

/**
 * Shape, word, figures and age of one state, and the drawer with what it rests on. In the static page it is a dashed ring and a sentence
 * without colour: a page that is cached, printed or read without a script claims nothing. It fits into a sentence.
 */
export function LiveWord({id, live, name, consoles, bare = false, said}: Props): ReactNode {
  const language = useLanguage();
  const now = useNow();
  const changed = useChanged(live?.state);
  if (live === undefined || now === undefined) {
    return (
      <span className={styles.word} data-live={id}>
        <StateMark state="unknown" />
        <span className={styles.notYet}>{phrases[language].notYet}</span>
      </span>
    );
  }
  const lastKnown = sayLastKnown(live, {language, now, said});
  const figures = live.state === 'unknown' || bare ? undefined : sayFigures(figuresOf(live), language);
  const silent = bare && live.state !== 'unknown';
  return (
    <span className={styles.word} data-live={id} data-state={live.state} data-reason={live.state === 'unknown' ? live.reason : undefined}>
      {!silent && (
        <>
          <StateMark state={live.state} changed={changed} />
          <span className={styles.state} role="status">
            {sayLive(live, language)}
          </span>{' '}
        </>
      )}
      {figures !== undefined && <span className={styles.figures}>{figures}</span>}{' '}
      {live.validForMs > 0 && live.validForMs < Infinity && (
        <time className={styles.asOf} dateTime={live.observedAt}>
          {phrases[language].asOf(Date.parse(live.observedAt), now)}
        </time>
      )}{' '}
      <Drawer live={live} name={name} consoles={consoles} />{' '}
      {lastKnown !== undefined && <span className={styles.lastKnown}>{lastKnown}</span>}
    </span>
  );
}

/** How fast a refusal came is no figure of a service. */
function figuresOf({state, value}: Known): Value {
  return state === 'down' ? {...value, latencyMs: undefined} : value;
}

/** Whether the state became another one before the reader's eyes. The first answer is no change. */
function useChanged(state: State | undefined): boolean {
  const [seen, setSeen] = useState({state, changed: false});
  if (seen.state !== state) setSeen({state, changed: seen.state !== undefined});
  return seen.changed;
}
