import {useRef, useState, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import {writeClipboard} from '../../runbook/timeline/clipboard.ts';
import type {NotesFacts} from '../facts.ts';
import styles from './Handover.module.css';
import {phrases} from './phrases.ts';

type Note = NotesFacts['notes'][number];

/** The note of every Group, each followed by those of its roles. Without scripts they are there to be read and selected. */
export function HandoverNotes({facts: {notes}}: {readonly facts: NotesFacts}): ReactNode {
  return (
    <div className={styles.word}>
      {notes.map((note) => (
        <OneNote key={note.owner} note={note} />
      ))}
    </div>
  );
}

function OneNote({note: {owner, kind, title, text}}: {readonly note: Note}): ReactNode {
  const say = phrases[useLanguage()];
  const shown = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    // The same words twice are heard twice only when they went away in between.
    setSaid('');
    if (await writeClipboard(text)) return setSaid(say.copied);
    if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
    setSaid(say.notCopied);
  };
  return (
    <details className={styles.note} data-kind={kind} id={`note-${owner.replace('@', '')}${kind === 'role' ? '-role' : ''}`}>
      <summary>
        {title} <code>{owner}</code>
      </summary>
      <p className={styles.copy}>
        <button type="button" onClick={() => void copy()}>
          {say.copy(owner)}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse */}
      <pre tabIndex={0}>
        <code ref={shown}>{text}</code>
      </pre>
    </details>
  );
}
