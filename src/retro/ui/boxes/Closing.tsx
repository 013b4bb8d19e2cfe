import {useState, type ReactNode} from 'react';
import {longestText} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import {isComposing} from '../cards/is-typing.ts';
import styles from './Boxes.module.css';

/** One sentence each about the retrospective itself. */
export function Closing(): ReactNode {
  const {view, store, say} = useBoard();
  const [text, setText] = useState('');
  const add = (): void => {
    if (text.trim() === '') return;
    store.addNote(text.trim());
    setText('');
  };
  return (
    <section className={styles.closing} aria-label={say.notes}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label>
          {say.oneSentence}
          <textarea
            rows={2}
            maxLength={longestText}
            enterKeyHint="done"
            value={text}
            onChange={({target: {value}}) => setText(value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
              event.preventDefault();
              add();
            }}
          />
        </label>
        <button type="submit">{say.add}</button>
      </form>
      <ul>
        {view.board.notes.map((note) => (
          <li key={note.id}>
            <span dir="auto">{note.text}</span>
            <button type="button" aria-label={`${say.removeNote}: ${note.text}`} onClick={() => store.removeNote(note.id)}>
              {say.removeNote}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
