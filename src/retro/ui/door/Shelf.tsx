import Link from '@docusaurus/Link';
import {useEffect, useState, type ReactNode} from 'react';
import {useLanguage} from '../../../page/use-language.ts';
import {closed} from '../../board/shapes.ts';
import type {BoardFacts} from '../../facts/board-facts.ts';
import {forgetBoard, listBoards} from '../../store/boards-here.ts';
import {messages} from '../messages.ts';
import styles from './Door.module.css';

type Kept = Awaited<ReturnType<typeof listBoards>>[number];

/** The boards that this browser has had open. */
export function Shelf({facts, page}: {readonly facts: BoardFacts; readonly page: string}): ReactNode {
  const say = messages[useLanguage()];
  const [boards, setBoards] = useState<readonly Kept[]>([]);
  const read = (): void => void listBoards().then(setBoards, () => setBoards([]));
  useEffect(read, []);
  if (boards.length === 0) return <p className={styles.soft}>{say.door.none}</p>;
  return (
    <ul className={styles.shelf}>
      {boards.map((board) => (
        <Row key={board.id} board={board} facts={facts} page={page} changed={read} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly board: Kept;
  readonly facts: BoardFacts;
  readonly page: string;
  readonly changed: () => void;
}

function Row({board: {id, agenda, date, phase, life}, facts, page, changed}: RowProps): ReactNode {
  const language = useLanguage();
  const say = messages[language];
  const [isAsking, setAsking] = useState(false);
  const title = facts.agendas.find((each) => each.id === agenda)?.title[language] ?? say.door.agendaOf(agenda);
  const name = `${date} ${title}`;
  return (
    <li>
      <Link to={`${page}?id=${id}`}>{name}</Link>
      <small>
        {life === 'gone' ? say.gone : say.door.lives[life]}
        {phase === closed && ` · ${say.door.closed}`}
      </small>
      {isAsking ? (
        <span role="group" aria-label={say.door.forget}>
          {say.door.forgetSure(name)}{' '}
          <button type="button" onClick={() => void forgetBoard(id).then(changed)}>
            {say.door.forgetYes}
          </button>{' '}
          <button type="button" onClick={() => setAsking(false)}>
            {say.lead.cancel}
          </button>
        </span>
      ) : (
        <button type="button" aria-label={`${say.door.forget}: ${name}`} onClick={() => setAsking(true)}>
          {say.door.forget}
        </button>
      )}
    </li>
  );
}
