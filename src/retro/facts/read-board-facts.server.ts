import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Registers} from '../../registers/model.ts';
import {isForBoard} from '../board/agenda.ts';
import type {BoardFacts} from './board-facts.ts';
import {boardTexts} from './board-texts.ts';

/** The pages whose words a board shows, below the folder of a language's pages. */
export const boardPages = {kpt: 'retrospectives/kpt.mdx', facilitation: 'retrospectives/facilitation.mdx'} as const;

/** Gathers what a board shows in one language. A page that a team has removed leaves no trace here. */
export function readBoardFacts(
  {agendas, tries}: Pick<Registers, 'agendas' | 'tries'>,
  {folder, owners = []}: {readonly folder: string; readonly owners?: readonly string[]},
): BoardFacts {
  const read = (file: string): string => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '');
  return {
    agendas: agendas.map(({value}) => value).filter(isForBoard),
    openTries: tries.flatMap(({value: {id, text, lang, owner = '', check = '', carried, status}}) =>
      status === 'open' ? [{id, text, lang, owner, check, carried: carried.length}] : [],
    ),
    // An id begins with the day: try-20260131-1.
    lastRecorded: tries
      .map(({value: {id}}) => id.replace(/^try-(\d{4})(\d\d)(\d\d)-\d+$/, '$1-$2-$3'))
      .reduce((last, day) => (day > last ? day : last), ''),
    owners,
    texts: boardTexts({kpt: read(boardPages.kpt), facilitation: read(boardPages.facilitation)}),
  };
}
