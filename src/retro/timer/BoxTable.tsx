import type {ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {AgendaBox} from './agenda-facts.ts';
import styles from './AgendaTimer.module.css';
import {messages} from './messages.ts';

interface Props {
  readonly boxes: readonly AgendaBox[];
  readonly current?: number | undefined;
  /** Undefined where nothing can be done yet. */
  readonly onGo?: ((box: number) => void) | undefined;
}

/** The boxes of a meeting: all that a reader on paper needs. */
export function BoxTable({boxes, current, onGo}: Props): ReactNode {
  const say = messages[useLanguage()];
  return (
    <table className={styles.boxes}>
      <thead>
        <tr>
          <th scope="col">{say.box}</th>
          <th scope="col" className={styles.minutes}>
            {say.minutes}
          </th>
          <th scope="col">{say.what}</th>
        </tr>
      </thead>
      <tbody>
        {boxes.map(({id, title, minutes, text}, n) => (
          <tr key={id} aria-current={n === current ? 'step' : undefined}>
            <th scope="row">
              {onGo === undefined || n === current ? (
                title
              ) : (
                <button type="button" aria-label={say.goToBox(title)} onClick={() => onGo(n)}>
                  {title}
                </button>
              )}
            </th>
            <td className={styles.minutes}>{minutes}</td>
            <td>{text}</td>
          </tr>
        ))}
        <tr className={styles.total}>
          <th scope="row">{say.total}</th>
          <td className={styles.minutes}>{Number(boxes.reduce((sum, {minutes}) => sum + minutes, 0).toFixed(6))}</td>
        </tr>
      </tbody>
    </table>
  );
}
