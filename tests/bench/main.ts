import {benchAccessLog} from './access-log.ts';
import {benchBoard, sayBoard} from './board.ts';
import {benchBuild} from './build.ts';
import {benchLane} from './lane.ts';
import {benchLint} from './lint.ts';
import {benchLive} from './live.ts';
import {benchPage} from './page.ts';
import {benchSearch} from './search.ts';

/** Benchmarks: each prints a table and, last, one line of JSON; that of boards also a line for people. What comes after the name are its own options. */
export type Figures = Readonly<Record<string, number>>;

const benchmarks: Readonly<Record<string, (args: readonly string[]) => Promise<Figures> | Figures>> = {
  'access-log': benchAccessLog,
  board: benchBoard,
  build: benchBuild,
  lane: benchLane,
  lint: benchLint,
  live: benchLive,
  page: benchPage,
  search: benchSearch,
};

const [name = '', ...args] = process.argv.slice(2);
const benchmark = benchmarks[name];
if (benchmark === undefined) {
  console.error(`bench: found ${JSON.stringify(name)}, expected one of ${Object.keys(benchmarks).join(', ')}`);
  process.exit(2);
}
const figures = await benchmark(args);
console.table(figures);
console.log(JSON.stringify({benchmark: name, ...figures}));
if (name === 'board') console.log(sayBoard(figures));
