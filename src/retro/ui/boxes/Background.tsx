import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import styles from './Boxes.module.css';

/** Why we do it, how to take part for the first time, and the rules: from the pages that people read. */
export function Background(): ReactNode {
  const {
    facts: {
      texts: {background, firstTime, rules},
    },
    say,
  } = useBoard();
  const story = useBaseUrl('/retrospectives/background');
  return (
    <div className={styles.background}>
      <section>
        <h3>{say.background}</h3>
        {background.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          <a href={story} target="_blank" rel="noopener">
            {say.moreBackground}
          </a>
        </p>
        {firstTime.length > 0 && (
          <>
            <h3>{say.firstTime}</h3>
            <ol>
              {firstTime.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </>
        )}
        <p className={styles.soft}>
          {say.privacy} {say.privacyVotes}
        </p>
      </section>
      {rules.length > 0 && (
        <section>
          <h3>{say.rules}</h3>
          <ol className={styles.rules}>
            {rules.map(({rule, because}) => (
              <li key={rule}>
                <strong>{rule}</strong>
                <span>{because}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
