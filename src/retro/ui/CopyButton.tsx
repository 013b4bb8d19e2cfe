import {useRef, useState, type ReactNode} from 'react';
import {writeClipboard} from '../../runbook/timeline/clipboard.ts';
import {useBoard} from './board-context.ts';
import styles from './Board.module.css';

/** Copies a text; where the browser has no clipboard, shows it selected. */
export function CopyButton({text, label}: {readonly text: string; readonly label: string}): ReactNode {
  const {say} = useBoard();
  const [state, setState] = useState<'copied' | 'failed'>();
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    const isCopied = await writeClipboard(text);
    setState(isCopied ? 'copied' : 'failed');
    if (!isCopied) requestAnimationFrame(() => field.current?.select());
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>{' '}
      <span role="status">{state === undefined ? '' : state === 'copied' ? say.copied : say.copyFailed}</span>
      {state === 'failed' && <textarea ref={field} className={styles.given} aria-label={label} readOnly value={text} rows={4} />}
    </>
  );
}
