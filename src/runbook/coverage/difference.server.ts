import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import type {Coverage} from './contract.ts';
import {sayDifference} from './say-difference.ts';

/** `node src/runbook/coverage/difference.server.ts BASE.json HEAD.json`: the Markdown of what changed between two `npm run coverage -- --format json`. */
const [before, after] = parseArgs({allowPositionals: true}).positionals;
if (before === undefined || after === undefined) {
  process.stderr.write('expected two files: the coverage before and after\n');
  process.exitCode = 2;
} else process.stdout.write(sayDifference(read(before), read(after)));

// Written by our own command a moment ago.
function read(file: string): Coverage {
  return JSON.parse(readFileSync(file, 'utf8')) as Coverage;
}
