import {appendFileSync} from 'node:fs';

/** Preloaded into every Node process of a command: notes how much memory it held at most. */
const file = process.env['BENCH_USAGE'];
if (file !== undefined) process.on('exit', () => appendFileSync(file, `${process.resourceUsage().maxRSS}\n`));
