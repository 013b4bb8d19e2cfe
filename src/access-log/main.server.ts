import {writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {CommandError, UsageError} from '../command/command-error.ts';
import {readWords, runCommand} from '../command/run-command.server.ts';
import {writtenOut} from '../command/written-out.ts';
import {readExamples, resultFile, sample, writeResult} from './examples.server.ts';
import {openWarehouse} from './warehouse.server.ts';

const root = resolve(import.meta.dirname, '../..');
/** More of them are only counted; `--all` names every one. */
const mostNamed = 100;
const usage = 'npm run access-log -- [LOG] [--all] [--write]';

/**
 * `npm run access-log`: what the queries answer for a log, by default the sample, and which of its lines could not be read. With `--write`, the
 * answers for the sample are written beside the queries.
 */
await runCommand({usage, failed: 'access-log'}, async (args) => {
  const flag = {type: 'boolean', default: false} as const;
  const {values, positionals} = readWords(args, {options: {write: flag, all: flag}, allowPositionals: true});
  if (positionals.length > 1) throw new UsageError(`found ${positionals.length} logs, expected one`);
  if (values.write && positionals.length > 0) throw new UsageError('found --write with a log, expected it with the sample only');
  const [log = join(root, sample)] = positionals;
  const shown = writtenOut(log);
  const examples = readExamples(root);
  const warehouse = await openWarehouse();
  let named = 0;
  const loaded = await warehouse.load(log, ({line, reason}) => {
    if (values.all || named++ < mostNamed) process.stderr.write(`${shown}:${line}: ${reason}\n`);
  });
  process.stderr.write(`${shown}: ${loaded.lines} lines read, ${loaded.refused} refused\n`);
  if (loaded.lines === 0) throw new CommandError(`${log}: found no line that can be read, expected a JSON object a line, as in ${sample}`);
  for (const {query, sql} of examples) {
    const answer = await warehouse.ask(sql);
    console.log(`\n${query.title.en}`);
    // Texts of a log are somebody else's: as JSON they cannot steer a terminal.
    for (const row of [answer.columns, ...answer.rows]) console.log(row.map((cell) => JSON.stringify(cell)).join('\t'));
    if (values.write)
      writeFileSync(
        join(root, resultFile(query.id)),
        writeResult({...loaded, columns: [...answer.columns], rows: answer.rows.map((row) => [...row])}),
      );
  }
  warehouse.close();
});
