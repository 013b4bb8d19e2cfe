import {writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {readExamples, resultFile, sample, writeResult} from './examples.server.ts';
import {openWarehouse} from './warehouse.server.ts';

/**
 * `npm run access-log -- [LOG]`: what the queries answer for a log, by default the sample, and which of its lines could not be read. With `--write`,
 * the answers for the sample are written beside the queries. Exit 2 when the log cannot be opened.
 */
const root = resolve(import.meta.dirname, '../..');
/** More of them are only counted; `--all` names every one. */
const mostNamed = 100;

try {
  const {values, positionals} = parseArgs({
    options: {write: {type: 'boolean', default: false}, all: {type: 'boolean', default: false}},
    allowPositionals: true,
  });
  const [log = join(root, sample)] = positionals;
  const warehouse = await openWarehouse();
  let named = 0;
  const loaded = await warehouse.load(log, ({line, reason}) => {
    if (values.all || named++ < mostNamed) process.stderr.write(`${log}:${line}: ${reason}\n`);
  });
  process.stderr.write(`${log}: ${loaded.lines} lines read, ${loaded.refused} refused\n`);
  for (const {query, sql} of readExamples(root)) {
    const answer = await warehouse.ask(sql);
    console.log(`\n${query.title.en}`);
    // Texts of a log are somebody else's: as JSON they cannot steer a terminal.
    for (const row of [answer.columns, ...answer.rows]) console.log(row.map((cell) => JSON.stringify(cell)).join('\t'));
    if (values.write && positionals.length === 0)
      writeFileSync(
        join(root, resultFile(query.id)),
        writeResult({...loaded, columns: [...answer.columns], rows: answer.rows.map((row) => [...row])}),
      );
  }
  warehouse.close();
} catch (error) {
  process.stderr.write(`access-log: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
