import {parseArgs} from 'node:util';
import {wrapCorpus} from './lint/corpus.ts';
import type {Tree} from './lint/fault.ts';
import {planters} from './lint/planters.ts';
import {randomFrom} from './lint/random.ts';
import {addRecords} from './lint/records.ts';
import {choose, intoRounds, judge, type Outcome} from './lint/rounds.ts';
import {measureSpeed} from './lint/speed.ts';
import {copyHandbook, inFolder, readTree} from './lint/tree.ts';
import type {Figures} from './main.ts';

/**
 * Whether lint finds what is wrong and says nothing else, and what that costs. Faults are planted one at a time into pages of this handbook and,
 * with `--corpus DIR`, into somebody else's. Bars: every fault found, extra findings at most 2 %, 1,000 pages in 25 CPU seconds without textlint, one
 * changed page in 3, less than 500 MB.
 */
export async function benchLint(args: readonly string[]): Promise<Figures> {
  const {values} = parseArgs({
    args: [...args],
    options: {
      corpus: {type: 'string'},
      seed: {type: 'string', default: '1'},
      /** Faults for each rule. */
      quota: {type: 'string', default: '5'},
      /** `plants`, `speed` or both. */
      only: {type: 'string'},
      rule: {type: 'string', multiple: true},
    },
  });
  const seed = Number(values.seed);
  console.log(`seed ${seed}`);
  const figures: Record<string, number> = {seed};
  const plant = async (name: string, tree: Tree): Promise<void> => {
    const some = values.rule === undefined ? planters : planters.filter(({rule}) => values.rule?.includes(rule));
    const chosen = choose(tree, some, {quota: Number(values.quota), random: randomFrom(seed)});
    const rounds = intoRounds(chosen);
    console.log(`\n${name}: ${tree.pages.length} pages, ${chosen.length} faults in ${rounds.length} rounds`);
    const outcome = await judge(tree, rounds);
    print(outcome);
    figures[`${name}_planted`] = outcome.planted.length;
    figures[`${name}_found`] = outcome.planted.length - outcome.missed.length;
    figures[`${name}_extra`] = outcome.extra.length;
  };
  if (values.only !== 'speed') {
    const {corpus} = values;
    if (corpus !== undefined)
      await inFolder(async (root) => {
        const {pages, skipped} = wrapCorpus(corpus, root);
        console.log(`${corpus}: ${pages} pages, ${skipped} skipped because they are no MDX or no page`);
        await plant('corpus', readTree(root));
      });
    await inFolder(async (root) => {
      copyHandbook(root);
      await addRecords(root);
      await plant('own', readTree(root));
    });
  }
  return values.only === 'plants' ? figures : {...figures, ...(await measureSpeed())};
}

function print({planted, missed, extra}: Outcome): void {
  const rules = [...new Set(planted.map(({planter}) => planter.rule))].toSorted();
  const count = (all: readonly {readonly planter: {readonly rule: string}}[], rule: string): number =>
    all.filter(({planter}) => planter.rule === rule).length;
  console.table(
    Object.fromEntries(
      rules.map((rule) => [
        rule,
        {
          planted: count(planted, rule),
          found: count(planted, rule) - count(missed, rule),
          extra: extra.filter(({beside}) => beside.startsWith(`${rule}: `)).length,
        },
      ]),
    ),
  );
  for (const {planter, at, lines, files} of missed) {
    const [text = ''] = Object.values(files);
    const shown =
      lines === undefined
        ? ''
        : text
            .split('\n')
            .slice(lines[0] - 1, lines[1])
            .join(' ⏎ ');
    console.log(`missed  ${String(at)}:${lines?.join('-') ?? '?'}  ${planter.rule}: ${planter.name}  ${shown}`);
  }
  for (const {finding, beside} of extra)
    console.log(`extra   ${finding.file}:${finding.line}  ${finding.rule}  ${finding.message}  (beside ${beside || 'nothing'})`);
  const share = planted.length === 0 ? 0 : (100 * extra.length) / planted.length;
  console.log(
    `found ${planted.length - missed.length} of ${planted.length} (bar: all), extra ${extra.length} = ${share.toFixed(1)} % (bar: 2 %)`,
  );
}
