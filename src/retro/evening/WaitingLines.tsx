import {useRef, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import {take, waitingLines, type WaitingLine} from './inbox.ts';
import {messages} from './messages.ts';
import {useEveningLog} from './use-evening-log.ts';
import styles from './WaitingLines.module.css';

interface Props {
  /** Writes a card. Called once for each line that the person pulls in. */
  readonly add: (column: WaitingLine['column'], text: string) => void;
}

/** Lines of evening meetings that wait in this browser, for a box in which Keep and Problem are written. Nothing while none waits. */
export function WaitingLines({add}: Props): ReactNode {
  const say = messages[useLanguage()];
  const view = useEveningLog();
  const summary = useRef<HTMLElement>(null);
  const waiting = waitingLines(view?.lines ?? []);
  if (waiting.length === 0) return null;
  const done = (lines: readonly WaitingLine[]): void => {
    take(lines);
    // The button that had the focus is gone.
    summary.current?.focus();
  };
  const pullIn = (lines: readonly WaitingLine[]): void => {
    for (const {column, text} of lines) add(column, text);
    done(lines);
  };
  return (
    <details className={styles.waiting}>
      <summary ref={summary}>{say.fromEvenings(waiting.length)}</summary>
      <ul>
        {waiting.map((line) => (
          <li key={line.id}>
            <span className={styles.words}>
              <b>{say[line.column]}</b> {line.text} <small>{line.day}</small>
            </span>
            <button type="button" aria-label={say.pullIn(say[line.column], line.text)} onClick={() => pullIn([line])}>
              {say.pullInShort}
            </button>
            <button type="button" aria-label={say.leave(line.text)} onClick={() => done([line])}>
              {say.leaveShort}
            </button>
          </li>
        ))}
      </ul>
      {waiting.length > 1 && (
        <button type="button" onClick={() => pullIn(waiting)}>
          {say.pullInAll}
        </button>
      )}
    </details>
  );
}
