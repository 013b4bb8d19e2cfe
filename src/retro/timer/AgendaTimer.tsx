import {useEffect, useState, useSyncExternalStore, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {AgendaFacts} from './agenda-facts.ts';
import styles from './AgendaTimer.module.css';
import {BoxTable} from './BoxTable.tsx';
import {addMinute, atBox, goTo, leftOf, look, pause, readCountdown, sayLeft, start, type Countdown, type Watched} from './countdown.ts';
import {messages} from './messages.ts';

interface Props {
  /** Id of an agenda in `data/agendas`. */
  readonly agenda: string;
  /** Given by the build. */
  readonly facts: AgendaFacts;
}

/**
 * The boxes of a meeting with a clock, for a page on a shared screen. The end of a box changes nothing by itself: it says so, and counts on.
 * Printed and without script it is a table.
 */
export function AgendaTimer(props: Props): ReactNode {
  // The built page is the same for everybody; what this tab has kept comes after it.
  const isReady = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return <Timer key={String(isReady)} isReady={isReady} {...props} />;
}

function Timer({agenda, facts: {title, boxes}, isReady}: Props & {readonly isReady: boolean}): ReactNode {
  const say = messages[useLanguage()];
  const [{countdown: shown, now, news}, change] = useCountdown(boxes, isReady ? `handbook-timer:${agenda}` : undefined);
  const left = leftOf(shown, now);
  const box = boxes[shown.box];
  const next = boxes[shown.box + 1];
  const isFresh = shown.kind === 'paused' && shown.left === (box?.minutes ?? 0) * 60_000;
  const toBox = (n: number): void => change((held, at) => goTo(held, {boxes, box: n, now: at}));
  return (
    <section className={styles.timer} aria-label={say.timer(title)}>
      <div className={styles.panel}>
        <p className={styles.place}>
          {say.place(shown.box + 1, boxes.length)} <b>{box?.title}</b>
        </p>
        <p className={styles.left} role="timer">
          {left < 0 && <span className={styles.over}>{say.overBy}</span>} {sayLeft(left)}
        </p>
        <p className={styles.text}>{box?.text}</p>
        <div className={styles.controls}>
          {shown.kind === 'running' ? (
            <button type="button" className={styles.main} disabled={!isReady} onClick={() => change(pause)}>
              {say.pause}
            </button>
          ) : (
            <button type="button" className={styles.main} disabled={!isReady} onClick={() => change(start)}>
              {isFresh ? say.start : say.goOn}
            </button>
          )}
          <button type="button" disabled={!isReady} onClick={() => change(addMinute)}>
            {say.more}
          </button>
          {/* Not disabled at the last box: the focus would be lost. */}
          <button type="button" disabled={!isReady} aria-disabled={next === undefined} onClick={() => next && toBox(shown.box + 1)}>
            {say.nextBox}
          </button>
          <button type="button" disabled={!isReady} onClick={() => change(() => atBox(boxes, 0))}>
            {say.again}
          </button>
          {next !== undefined && <span className={styles.next}>{say.next(next.title)}</span>}
        </div>
        <p className={styles.said} role="status">
          {news !== undefined && (news === 'end' ? say.isOver : say.oneMinute)(box?.title ?? '')}
        </p>
      </div>
      <BoxTable boxes={boxes} current={isReady ? shown.box : undefined} onGo={isReady ? toBox : undefined} />
    </section>
  );
}

type Change = (change: (countdown: Countdown, now: number) => Countdown) => void;

/** A reload finds it where it was; another tab has its own. Without a key it stands still. */
function useCountdown(boxes: AgendaFacts['boxes'], key: string | undefined): [Watched, Change] {
  const [watched, setWatched] = useState<Watched>(() =>
    key === undefined
      ? {countdown: atBox(boxes, 0), now: 0}
      : {countdown: readCountdown(recall(key), boxes) ?? atBox(boxes, 0), now: Date.now()},
  );
  const isRunning = watched.countdown.kind === 'running';
  useEffect(() => {
    if (!isRunning) return undefined;
    // Four looks a second: no second is shown late.
    const timer = setInterval(() => setWatched((held) => look(held, Date.now())), 250);
    return () => clearInterval(timer);
  }, [isRunning]);
  const change: Change = (next) => {
    if (key === undefined) return;
    const now = Date.now();
    const countdown = next(watched.countdown, now);
    keep(key, JSON.stringify(countdown));
    const hasMore = leftOf(countdown, now) > leftOf(watched.countdown, now) || countdown.box !== watched.countdown.box;
    setWatched({countdown, now, news: hasMore ? undefined : watched.news});
  };
  return [watched, change];
}

function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing shows the time all the same.
  }
}
