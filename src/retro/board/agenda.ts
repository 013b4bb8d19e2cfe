import type {Agenda} from '../../registers/contract.ts';
import type {Column} from './shapes.ts';

/** An agenda as a board reads it: in both languages, as in `data/agendas`. */
export type BoardAgenda = Agenda;
export type Box = Agenda['boxes'][number];

/** Whether a board can lead through it: somewhere cards are written. */
export function isForBoard({boxes}: Agenda): boolean {
  return boxes.some(({kind}) => kind === 'writing');
}

/** The columns in which people write drafts in this box. */
export function columnsOf({kind, columns}: Pick<Box, 'kind' | 'columns'>): readonly Column[] {
  return kind === 'writing' ? (columns ?? ['keep', 'problem']) : [];
}
