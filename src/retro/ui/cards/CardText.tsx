import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import {findLinks} from './find-links.ts';
import styles from './Cards.module.css';

/** A card's words as text, with the addresses in it as links. They open beside the board, which stays. */
export function CardText({text}: {readonly text: string}): ReactNode {
  const {say} = useBoard();
  const root = useBaseUrl('/');
  if (text.trim() === '') return <p className={styles.empty}>{say.card.empty}</p>;
  return (
    <p className={styles.text} dir="auto">
      {findLinks(text).map((part, n) =>
        part.kind === 'words' ? (
          part.text
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- the same address may stand twice
          <a key={n} href={part.kind === 'site' ? root + part.address.slice(1) : part.address} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}
