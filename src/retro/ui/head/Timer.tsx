import {useEffect, useRef, useState, type ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import styles from './Head.module.css';
import {passed, timeLeft} from './time-left.ts';

/** The time of this box, by the clock of whoever holds the board. It is told aloud a minute before the end and at the end, and changes nothing. */
export function Timer(): ReactNode {
  const {
    view: {
      board: {
        meta: {endsAt},
      },
      clockOffset,
    },
    say,
    announce,
  } = useBoard();
  const now = useSecond(endsAt !== undefined) + clockOffset;
  const before = useRef(now);
  useEffect(() => {
    const from = before.current;
    before.current = now;
    if (endsAt === undefined) return;
    const what = passed(endsAt, {from, to: now});
    if (what !== undefined) announce(what === 'minute' ? say.lastMinute : say.timeOver);
  }, [now, endsAt, announce, say]);
  if (endsAt === undefined) return <p className={styles.noTime}>{say.noTime}</p>;
  const {isOver, said} = timeLeft(endsAt, now);
  return (
    <p className={styles.time} role="timer" aria-label={say.timeLeft} data-over={isOver || undefined}>
      {isOver ? say.overBy(said) : said}
    </p>
  );
}

function useSecond(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
