import {useId, type ReactNode} from 'react';
import {longestText} from '../../board/shapes.ts';
import styles from './Boxes.module.css';
import {useLateText} from './use-late-text.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly write: (text: string) => void;
  readonly type?: 'text' | 'date';
  /** The first day that can be chosen. */
  readonly min?: string;
  /** What is offered while one types. */
  readonly choices?: readonly string[];
  readonly fault?: string | undefined;
}

/** A field that everybody on the board sees. */
export function Field({label, value, write, type = 'text', min, choices, fault}: Props): ReactNode {
  const id = useId();
  const field = useLateText(value, write);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...field}
        id={id}
        type={type}
        min={min}
        autoComplete="off"
        list={choices === undefined ? undefined : `${id}-choices`}
        {...(type === 'text' && {maxLength: longestText})}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
      />
      {choices !== undefined && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </datalist>
      )}
      {fault !== undefined && (
        <span id={`${id}-fault`} className={styles.fault}>
          {fault}
        </span>
      )}
    </div>
  );
}
