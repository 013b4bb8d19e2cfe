import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';

/** Where a practice is measured when it is not in a register. */
export const elsewhere = [
  'alerts',
  'boards',
  'catalog',
  'evidence',
  'pages',
  'postmortems',
  'slos',
  'terraform',
  'agendas',
  'access-log',
  'glossary',
] as const;

/** One of the 65 practices of the two articles that the handbook grew from, in our own words. */
export const Practice = z
  .strictObject({
    id: z.string().regex(/^[AV][1-9]\d?$/, 'A1 to A37 or V1 to V28'),
    text: Text,
    /** A practice can be measured; a principle is learned by a worked case. */
    kind: z.enum(['practice', 'principle']),
    page: z
      .string()
      .regex(
        /^(?:mission|guidelines|runbooks|procedures|onboarding|retrospectives|reference)\/[a-z0-9-]+$/,
        'a page such as mission/compass',
      ),
    /** What holds its figure. */
    figure: z.string().min(1).optional(),
    /** Of a practice: the rule, or the test, that fails when it is not kept. Of a principle: the page with the worked case. */
    check: z.string().min(1),
  })
  .check(({value: {kind, figure, page, check}, issues}) => {
    if (kind === 'practice' && figure === undefined)
      say(issues, {input: figure, path: ['figure'], expected: `a register, or one of ${elsewhere.join(', ')}`});
    if (kind === 'principle' && check.split('#')[0] !== page)
      say(issues, {input: check, path: ['check'], expected: `the worked case of its page: ${page}, or a section of it`});
  });
