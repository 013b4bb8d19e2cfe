import {draftDays} from '../../inventory/page-health.ts';
import {addDays} from '../../registers/days.ts';
import {field} from '../content.ts';
import type {CatalogRule} from '../rule.ts';

/** A draft is adopted or deleted while somebody still remembers why it was begun. Its age is that of its day, never that of its file. */
export const draftDecided: CatalogRule = {
  id: 'draft-decided',
  check: ({pages}, {today}) => {
    const day = today.toISOString().slice(0, 10);
    return pages.flatMap(({frontMatter}) => {
      if (frontMatter === undefined || field(frontMatter, 'status') !== 'draft') return [];
      const drafted = field(frontMatter, 'drafted');
      if (drafted === undefined)
        return [
          {...frontMatter.place(['status']), message: 'Unexpected draft without a day, expected drafted: the day on which it was proposed'},
        ];
      // What is no day is said by page-front-matter.
      if (typeof drafted !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(drafted) || addDays(drafted, draftDays) >= day) return [];
      return [
        {
          ...frontMatter.place(['drafted']),
          message: `Unexpected draft of ${drafted}, expected it adopted or deleted within ${draftDays} days`,
        },
      ];
    });
  },
};
