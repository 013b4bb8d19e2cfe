import {applyUpdate, Doc} from 'yjs';
import {readBoard} from '../board/read-board.ts';
import {closed, type Board} from '../board/shapes.ts';
import {listBoards, theDevice} from './boards-here.ts';

/** The boards of this browser that were closed after a day, `2026-01-31`. None where it keeps nothing. */
export async function closedBoardsHere(after: string): Promise<readonly Board[]> {
  const boards = await listBoards().catch(() => []);
  const late = boards.filter(({phase, date}) => phase === closed && date > after);
  const read = await Promise.all(
    late.map(({id}) =>
      theDevice()
        .read(id)
        .catch(() => undefined),
    ),
  );
  return read.flatMap((state) => {
    if (state === undefined) return [];
    const document = new Doc();
    applyUpdate(document, state);
    return [readBoard(document)];
  });
}
