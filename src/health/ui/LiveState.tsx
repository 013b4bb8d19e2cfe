import type {ReactNode} from 'react';
import {useLive} from '../../live/feed/use-feed.ts';
import {sayLive} from '../../live/messages.ts';
import {LiveWord} from '../../live/words/LiveWord.tsx';
import {phrases as livePhrases} from '../../live/words/phrases.ts';
import {StateMark} from '../../live/words/StateMark.tsx';
import {useLanguage} from '../../page/use-language.ts';
import styles from './LiveState.module.css';
import {phrases} from './phrases.ts';

interface Props {
  /** Of the gateway, such as `service:web-front`. */
  readonly id: string;
  /** What it is about. */
  readonly name: string;
}

/** Only the shape, for a row of shapes. It has a colour only while the gateway vouches for it. */
export function LiveMark({id, name}: Props): ReactNode {
  const language = useLanguage();
  const live = useLive(id);
  const label = phrases[language].named(name, live === undefined ? livePhrases[language].notYet : sayLive(live, language));
  return (
    <span className={styles.mark} data-live={id} data-state={live?.state} role="img" aria-label={label} title={label}>
      <StateMark state={live?.state ?? 'unknown'} />
    </span>
  );
}

/** Shape, word and age, with what it rests on; before them its name, or where that stands above, that it is now. */
export function LiveLine({id, name, label}: Props & {readonly label?: string}): ReactNode {
  const say = phrases[useLanguage()];
  return (
    <p className={styles.line}>
      <span className={label === undefined ? styles.now : styles.label}>{label ?? say.now}</span>{' '}
      <LiveWord id={id} live={useLive(id)} name={name} />
    </p>
  );
}
