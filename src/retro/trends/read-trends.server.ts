import {join} from 'node:path';
import type {Catalog} from '../../catalog/model.ts';
import {filesIn, readText} from '../../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../../catalog/slip.ts';
import type {Registers} from '../../registers/model.ts';
import {readCards} from '../record/read-record.ts';
import {subjectsIn} from './subjects.ts';
import type {Trends} from './trend-facts.ts';
import {readTrends} from './trends.ts';

interface Options {
  /** Where the pages lie that records stand among, below the root. */
  readonly folder: string;
  readonly catalog: Catalog;
  readonly registers: Registers;
  readonly runbooks: Parameters<typeof subjectsIn>[0];
  readonly day: string;
}

export const recordsFolder = 'retrospectives/records';

/**
 * Reads every record of a retrospective together with the register of Tries.
 * @throws {SlipError} with every page among the records that is none.
 */
export function trendsOf(root: string, {folder, catalog, registers, runbooks, day}: Options): Trends {
  const slips: Slip[] = [];
  const records = filesIn(root, join(folder, recordsFolder), {ending: /\.mdx?$/, without: /^_|^index\./}, slips).flatMap((file) => {
    const text = readText(root, file, slips);
    if (text === undefined) return [];
    try {
      return [
        {
          ...readCards(text, {file}),
          page: file
            .slice(folder.length + 1)
            .replaceAll('\\', '/')
            .replace(/\.mdx?$/, ''),
        },
      ];
    } catch (error) {
      if (!(error instanceof SlipError)) throw error;
      slips.push(...error.slips);
      return [];
    }
  });
  if (slips.length > 0) throw new SlipError(slips);
  return readTrends({
    records,
    tries: registers.tries.map(({value}) => value),
    day,
    subjectsOf: subjectsIn(runbooks, catalog.alerts.keys()),
  });
}
