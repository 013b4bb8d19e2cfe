import {useId, useRef, useState, type FormEvent, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import {writeClipboard} from '../../runbook/timeline/clipboard.ts';
import styles from './EveningMeeting.module.css';
import {eveningLog} from './evening-log.ts';
import {waitingLines} from './inbox.ts';
import {longestLine, sayLine, toMarkdown} from './line.ts';
import {messages} from './messages.ts';
import {useEveningLog} from './use-evening-log.ts';

/** The log of this browser: one line each evening, and what waits for the next retrospective. */
export function Log({day}: {readonly day: string}): ReactNode {
  const say = messages[useLanguage()];
  const view = useEveningLog();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const id = useId();
  const foot = useRef<HTMLDivElement>(null);
  if (view === undefined) return null;
  const {lines, kept, canUndo} = view;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const isAdded = eveningLog().add(typed, day);
    setSaid(isAdded ? say.added : say.noWords);
    if (isAdded) setTyped('');
  };
  const copy = async (): Promise<void> => setSaid((await writeClipboard(toMarkdown(lines))) ? say.copied : say.notCopied);
  return (
    <div className={styles.log}>
      <form onSubmit={add}>
        <label htmlFor={id}>{say.log}</label>
        <p id={`${id}-hint`} className={styles.soft}>
          {say.hint}
        </p>
        <div className={styles.row}>
          <input
            id={id}
            type="text"
            value={typed}
            maxLength={longestLine}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
            onChange={({target}) => setTyped(target.value)}
          />
          <button type="submit">{say.add}</button>
        </div>
      </form>
      {lines.length === 0 ? (
        <p className={styles.soft}>{say.noLines}</p>
      ) : (
        <ul className={styles.lines}>
          {lines.toReversed().map((line) => (
            <li key={line.id}>
              <span className={styles.words}>
                <time dateTime={line.day}>{line.day}</time> {line.column !== undefined && <b>{say[line.column]}</b>} {line.text}{' '}
                {line.taken !== undefined && <span className={styles.soft}>{say.taken(line.taken)}</span>}
              </span>
              <button
                type="button"
                aria-label={say.remove(sayLine(line))}
                onClick={() => {
                  eveningLog().remove(line.id);
                  setSaid(say.removed);
                  // The button that had the focus is gone; the way back is here.
                  foot.current?.focus();
                }}
              >
                {say.removeShort}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={kept === 'tab' ? styles.warning : styles.soft}>
        {kept === 'tab' ? say.inTab : say.inBrowser} {waitingLines(lines).length > 0 && say.waiting(waitingLines(lines).length)}
      </p>
      <div className={styles.row} ref={foot} tabIndex={-1}>
        {lines.length > 0 && (
          <button type="button" onClick={() => void copy()}>
            {say.copy}
          </button>
        )}
        {canUndo && (
          <button
            type="button"
            onClick={() => {
              eveningLog().undo();
              setSaid('');
            }}
          >
            {say.undo}
          </button>
        )}
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
