import {useState, type ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import styles from './Lead.module.css';

/** What the facilitator says in this box: from the facilitation guide. */
export function Script(): ReactNode {
  const {facts, view, say} = useBoard();
  // On a small screen the board comes first.
  const [isOpen] = useState(() => window.innerWidth >= 1200);
  const lines = facts.texts.script[view.board.meta.phase] ?? [];
  if (lines.length === 0) return null;
  return (
    <details className={styles.script} open={isOpen}>
      <summary>{say.lead.script}</summary>
      {lines.map(({when, say: words}) => (
        <div key={words}>
          {when !== undefined && <p>{when}</p>}
          <blockquote>{words}</blockquote>
        </div>
      ))}
    </details>
  );
}
