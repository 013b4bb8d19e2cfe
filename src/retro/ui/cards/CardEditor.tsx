import {useEffect, useRef, useState, type ReactNode} from 'react';
import {longestText} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import styles from './Cards.module.css';
import {isComposing} from './is-typing.ts';

interface Props {
  readonly id: string;
  readonly text: string;
  /** Others see that somebody writes in it. Never for a draft. */
  readonly isShown: boolean;
  readonly done: () => void;
}

/** Writes into a card as one types, so that nothing waits in this field. Escape brings back what stood there. */
export function CardEditor({id, text, isShown, done}: Props): ReactNode {
  const {store, say} = useBoard();
  const field = useRef<HTMLTextAreaElement>(null);
  const [before] = useState(text);
  // What is being composed is the browser's until it is a word.
  const [composed, setComposed] = useState<string>();
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
    if (!isShown) return undefined;
    store.setEditing(id);
    return () => store.setEditing(undefined);
  }, [store, id, isShown]);
  return (
    <textarea
      ref={field}
      className={styles.field}
      aria-label={say.card.editing}
      maxLength={longestText}
      rows={3}
      enterKeyHint="done"
      value={composed ?? text}
      onChange={({target: {value}, nativeEvent}) => {
        const isOpen = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
        setComposed(isOpen ? value : undefined);
        if (!isOpen) store.writeCard(id, value);
      }}
      onCompositionEnd={({currentTarget: {value}}) => {
        setComposed(undefined);
        store.writeCard(id, value);
      }}
      onBlur={done}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Escape') store.writeCard(id, before);
        if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return;
        event.preventDefault();
        event.stopPropagation();
        done();
      }}
    />
  );
}
