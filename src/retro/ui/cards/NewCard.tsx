import {useRef, useState, type ReactNode} from 'react';
import {longestText, type Column} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import styles from './Cards.module.css';
import {heldText, holdText} from './held-text.ts';
import {isComposing} from './is-typing.ts';
import {pastedCards} from './pasted-cards.ts';
import {Pickers} from './Pickers.tsx';

interface Props {
  readonly column: Column;
  /** What is added is a draft that nobody else has. */
  readonly isOwn: boolean;
}

/** The field in which cards are written, one after the other. */
export function NewCard({column, isOwn}: Props): ReactNode {
  const {store, view, say, announce} = useBoard();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => heldText(view.id, column));
  const [pasted, setPasted] = useState<readonly string[]>();
  const name = say.columns[column];
  const write = (next: string): void => {
    setText(next);
    holdText(view.id, column, next);
    if (next.trim() === '') setPasted(undefined);
  };
  const add = (texts: readonly string[]): void => {
    const wanted = texts.map((each) => each.trim()).filter(Boolean);
    for (const each of wanted) store.addCard(column, each);
    write('');
    field.current?.focus();
    if (wanted.length === 0) return;
    const now = store.view();
    const cards = now.kind !== 'open' ? [] : isOwn ? now.me.drafts : now.board.cards;
    announce(say.card.added(name, cards.filter((card) => card.column === column).length));
  };
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault();
        add([text]);
      }}
    >
      <textarea
        ref={field}
        className={styles.field}
        data-add=""
        aria-label={say.newCard(name)}
        title={say.newCardHint}
        placeholder={say.newCard(name)}
        maxLength={longestText}
        rows={2}
        enterKeyHint="done"
        value={text}
        onChange={({target: {value}}) => write(value)}
        onPaste={({clipboardData}) => {
          const lines = pastedCards(clipboardData.getData('text/plain'));
          if (text.trim() === '' && lines.length > 1) setPasted(lines);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') write('');
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          add([text]);
        }}
      />
      {pasted !== undefined && (
        <p className={styles.pasted} role="status">
          {say.pasted(pasted.length)}{' '}
          <button type="button" onClick={() => add(pasted)}>
            {say.pastedYes(pasted.length)}
          </button>
          <button type="button" onClick={() => setPasted(undefined)}>
            {say.pastedNo}
          </button>
        </p>
      )}
      <span className={styles.hint}>{say.newCardHint}</span>
      <span className={styles.addRow}>
        <button type="submit">{say.add}</button>
        <Pickers
          pick={(words) => {
            write(text === '' || /\s$/.test(text) ? text + words : `${text} ${words}`);
            field.current?.focus();
          }}
        />
      </span>
    </form>
  );
}
