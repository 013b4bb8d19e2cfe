import type {ReactNode} from 'react';
import type {Column} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import styles from './Boxes.module.css';

/** What to ask oneself in this column, with a poor and a better card. */
export function PromptView({column}: {readonly column: Column}): ReactNode {
  const {facts, say} = useBoard();
  const prompt = facts.texts.prompts[column];
  if (prompt === undefined) return null;
  return (
    <div className={styles.prompt}>
      <p>
        <strong>{prompt.ask}</strong>
      </p>
      <p>
        <span>{say.poor}</span> {prompt.poor}
      </p>
      <p>
        <span>{say.better}</span> {prompt.better}
      </p>
    </div>
  );
}
