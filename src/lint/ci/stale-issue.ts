import {readFileSync} from 'node:fs';
import * as z from 'zod';
import {sayStale} from './say-stale.ts';

/** Reads the JSON of `npm run lint -- --scheduled --format json` from standard input and writes the text of the issue; nothing when all is fresh. */
const Findings = z.array(
  z.object({
    file: z.string(),
    line: z.number(),
    column: z.number(),
    rule: z.string(),
    severity: z.enum(['error', 'warning']),
    message: z.string(),
  }),
);

const errors = Findings.parse(JSON.parse(readFileSync(0, 'utf8'))).filter(({severity}) => severity === 'error');
const {GITHUB_SERVER_URL = 'https://github.com', GITHUB_REPOSITORY = '', GITHUB_RUN_ID = ''} = process.env;
if (errors.length > 0) process.stdout.write(sayStale(errors, `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`));
