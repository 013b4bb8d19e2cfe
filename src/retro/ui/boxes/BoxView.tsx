import type {ReactNode} from 'react';
import {columnsOf} from '../../board/agenda.ts';
import {useBoard} from '../board-context.ts';
import {Columns} from '../cards/Columns.tsx';
import {Background} from './Background.tsx';
import {Choosing} from './Choosing.tsx';
import {Closed} from './Closed.tsx';
import {Closing} from './Closing.tsx';
import {LastTries} from './LastTries.tsx';
import {Voting} from './Voting.tsx';
import {Writing} from './Writing.tsx';

/** What a box asks of the people on the board. */
export function BoxView(): ReactNode {
  const {box, isClosed} = useBoard();
  if (isClosed) return <Closed />;
  if (box === undefined) return <Columns />;
  switch (box.kind) {
    case 'background':
      return <Background />;
    case 'last-tries':
      return (
        <>
          <LastTries />
          <Columns />
        </>
      );
    case 'writing':
      return (
        <>
          <Writing />
          <Columns writing={columnsOf(box)} />
        </>
      );
    case 'voting':
      return (
        <>
          <Voting />
          <Columns />
        </>
      );
    case 'discussion':
      return <Columns open="try" byVotes />;
    case 'choosing':
      return (
        <>
          <Choosing />
          <Columns byVotes />
        </>
      );
    case 'closing':
      return <Closing />;
    case 'grouping':
    case 'talk':
    default:
      return <Columns />;
  }
}
