import type {ReactNode} from 'react';
import type {OnCallFacts} from '../facts.ts';
import {useLive, useNow} from '../feed/use-feed.ts';
import {sayTime} from '../times.ts';
import {useLanguage} from '../../page/use-language.ts';
import {LiveWord} from './LiveWord.tsx';
import styles from './OnCall.module.css';
import {phrases} from './phrases.ts';

interface Props {
  /** Name of a team that has a calendar in `data/live.yaml`. */
  readonly team: string;
  /** Given by the build. */
  readonly facts: OnCallFacts;
}

/** Which role of a team has the shift, until when, and how to reach the team. Never a person's number. */
export function OnCall({team, facts: {title, channel}}: Props): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const now = useNow();
  const id = `oncall:${team}`;
  const live = useLive(id);
  const shift = live === undefined || live.state === 'unknown' ? undefined : live.value.onCall;
  const until = shift && sayTime(Date.parse(shift.until), {language, now: now ?? 0, planned: true});
  const named = (roles: readonly string[]): string => roles.join(language === 'ja' ? '、' : ', ');
  return (
    <div className={styles.oncall}>
      <p className={styles.head}>
        <span className={styles.title}>{title}</span>{' '}
        {shift !== undefined && until !== undefined && <span>{say.shift(named(shift.roles), until)}</span>}{' '}
        <LiveWord id={id} live={live} name={title} bare={shift !== undefined} said={({onCall}) => onCall && named(onCall.roles)} />
      </p>
      <p className={styles.reach}>{channel === undefined ? say.noChannel : say.reach(channel)}</p>
    </div>
  );
}
