import {spawn, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parser} from '@prometheus-io/lezer-promql';
import fc from 'fast-check';
import {afterAll, describe, expect, it} from 'vitest';
import {segments} from '../../src/runbook/commands/contract.ts';
import {fillCommand} from '../../src/runbook/commands/fill.ts';
import {markPlaces} from '../../src/runbook/commands/mark-places.ts';

const amount = Number(process.env['PREFILL_VALUES'] ?? 10_000);
/** As with all random values: a pull request is to blame for its own faults alone; the nightly run takes another. */
const seed = Number(process.env['PREFILL_SEED'] ?? 1);

/** Pieces that mean something to a shell, to a terminal or to a reader. */
const hostile = [
  ...Array.from('\'"`$\\!;&|<>(){}[]*?~#%=^,:@+ /'),
  '$(touch canary)',
  '`touch canary`',
  ';touch canary;',
  '&&touch canary',
  '|touch canary',
  "'; touch canary; '",
  '"; touch canary; "',
  '<(touch canary)',
  '>canary',
  ...'!! !-1 !touch !$ ^a^b ${IFS} $X $((1)) \\x %20 %s {a,b} EOF -- -n \\n \\0 \'\' "" a=b x prod [::1]:9100 é 日本語 ﾊﾝｶｸ 絵文字😀'.split(
    ' ',
  ),
  "$'\\x27'",
  '/var/lib/my data',
  '\u00a0',
  '\u3000',
];
const refused = ['\n', '\r', '\t', '\0', '\u001b', '\u0085', '\u202e', '\u2066', '\u200b', '\ufeff', '\u2028', '\ud800', '-x'];
const piece = fc.oneof(
  {weight: 60, arbitrary: fc.constantFrom(...hostile)},
  {weight: 10, arbitrary: fc.string({unit: 'grapheme', maxLength: 6})},
  {weight: 10, arbitrary: fc.string({unit: 'grapheme-ascii', maxLength: 12})},
  {weight: 2, arbitrary: fc.string({unit: 'binary', maxLength: 2})},
  {weight: 1, arbitrary: fc.constantFrom(...refused)},
);
const value = fc.array(piece, {minLength: 1, maxLength: 9}).map((pieces) => pieces.join(''));
const values = fc.sample(value, {numRuns: amount, seed});

interface Template {
  readonly source: string;
  /** Arguments of each call of the recorder. */
  readonly calls: (value: string) => readonly (readonly string[])[];
  /** Stands around the commands of many values, where one process for each would take too long. */
  readonly around?: {readonly open: string; readonly close: string};
  /** Tried with every so many of the values, because it starts processes. */
  readonly every?: number;
  readonly isBashOnly?: boolean;
}

/** In a here-document, instead of the NUL that no text of a shell can hold, and no other control character through a terminal. */
const mark = '<NUL>';
const substitution = {open: 'echo "$(\n', close: '\n)" >/dev/null'};

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Each way in which a place may be filled. The tools write down their arguments, `cat` what it reads. */
const templates: readonly Template[] = [
  {source: 'kubectl -n "$X" get pod', calls: (v) => [['-n', v, 'get', 'pod']]},
  {source: 'ls "${X}"/"y$X"', calls: (v) => [[`${v}/y${v}`]]},
  {source: 'kubectl logs --container="$X" x', calls: (v) => [['logs', `--container=${v}`, 'x']]},
  {source: `ls "it's $X isn't" 'plain' "\\$X (\\\\) $X"`, calls: (v) => [[`it's ${v} isn't`, 'plain', `$X (\\) ${v}`]]},
  {source: 'ls "$X.log" "$X$X"', calls: (v) => [[`${v}.log`, v + v]]},
  {source: 'ls ~/"$X" x="$X"', calls: (v) => [[`/home/${v}`, `x=${v}`]]},
  {source: 'ls "first\nsecond $X third\n$X" "$X"', calls: (v) => [[`first\nsecond ${v} third\n${v}`, v]]},
  {source: 'ls \'first\nsecond\' "$X"', calls: (v) => [['first\nsecond', v]]},
  {source: 'ls \\\n  "$X" \\\n  "a$X" # a comment', calls: (v) => [[v, `a${v}`]]},
  {source: 'if [ "$X" = "$X" ]; then ls "$X"; else ls no; fi && true || ls no', calls: (v) => [[v]]},
  {
    source: 'for item in a b; do ls "$item" "$X"; done',
    every: 10,
    calls: (v) => [
      ['a', v],
      ['b', v],
    ],
  },
  {source: 'while true; do { ls "$X"; }; break; done', calls: (v) => [[v]], every: 10},
  {source: 'case a in b) ls no ;; *) ls "$X" ;; esac', calls: (v) => [[v]], every: 10},
  {source: 'sudo df -h "$X"', calls: (v) => [['-h', v]]},
  {source: 'kubectl -n "$X" exec "$X" -- df -h "$X"', calls: (v) => [['-n', v, 'exec', v, '--', 'df', '-h', v]]},
  {source: 'curl -H "X-Name: $X" "https://h/$X?a=$X"', calls: (v) => [['-H', `X-Name: ${v}`, `https://h/${encoded(v)}?a=${encoded(v)}`]]},
  {source: 'curl -g --proto \'=http,https\' --url "$X"', calls: (v) => [['-g', '--proto', '=http,https', '--url', v]]},
  {source: 'sudo systemctl restart "$X" "a-$X"', calls: (v) => [['restart', v, `a-${v}`]]},
  {source: 'kubectl patch a "$X" -p "{\\"a\\": \\"$X\\"}"', calls: (v) => [['patch', 'a', v, '-p', `{"a": "${v}"}`]]},
  {source: `name: $X;\n it's "$X" \\$X`, calls: (v) => [[`\nname: ${v};\n it's "${v}" $X`]], around: {open: 'cat <<EOF\n', close: '\nEOF'}},
  {source: ' a $X \\\\ \\`', calls: (v) => [[`\n a ${v} \\ \``]], around: {open: 'cat <<-END\n', close: '\nEND'}},
  {source: 'kubectl -n "$X" logs "a$X"', calls: (v) => [['-n', v, 'logs', `a${v}`]], around: substitution},
  {source: 'kubectl logs "two\n lines $X" it\\\'s "$X"', calls: (v) => [['logs', `two\n lines ${v}`, "it's", v]], around: substitution},
  {source: `echo "@$N${mark}1${mark}it's $X${mark}" | cat`, calls: (v) => [[`it's ${v}`]], every: 50},
  {source: `printf "%s${mark}" "@$N" "1" "$X" | cat`, calls: (v) => [[v]], every: 50},
  {source: 'kubectl get "$X" | grep -F -- "$X" | head -n 1', calls: (v) => [['get', v]], every: 50},
  {source: '( ls "$(kubectl get "$X")" ); ls "b$X" & wait', calls: (v) => [['get', v], [''], [`b${v}`]], every: 50},
];

const marked = templates.map(({source, around: {open, close} = {open: '', close: ''}}) => {
  const {places, slips} = markPlaces(open + source + close, {lang: 'bash', params: ['X']});
  const shifted = places.map((place) => ({...place, from: place.from - open.length, to: place.to - open.length}));
  return {parts: segments({text: source, places: shifted}), places, slips};
});

interface Trial {
  readonly id: number;
  readonly at: number;
  readonly value: string;
  readonly template: Template;
  /** The filled command; undefined when the value was refused. */
  readonly text: string | undefined;
}

const trials: readonly Trial[] = templates.flatMap((template, index) =>
  values.flatMap((tried, at) => {
    if (at % (template.every ?? 1) !== 0) return [];
    const {text, unfilled} = fillCommand(marked[index]?.parts ?? [], new Map([['X', tried]]));
    return [{id: index * values.length + at, at, value: tried, template, text: unfilled.length > 0 ? undefined : text}];
  }),
);

const recorder = `exec 3>"$OUT"
HOME=/home
rec() { printf '%s\\0' "@$N" "$#" "$@" >&3; }
kubectl() { rec "$@"; }
systemctl() { rec "$@"; }
curl() { rec "$@"; }
ls() { rec "$@"; }
df() { rec "$@"; }
sudo() { "$@"; }
cat() { command cat >&3; }`;

/** The commands of a template, each behind its number. */
function written({around}: Template, own: readonly Trial[]): string[] {
  if (around === undefined) return own.map(({id, text = ''}) => `N=${id}\n${text}`);
  const {open, close} = around;
  const isText = open.startsWith('cat');
  const groups = Array.from({length: Math.ceil(own.length / 50)}, (_, group) => own.slice(group * 50, group * 50 + 50));
  const body = ({id, text = ''}: Trial): string => (isText ? `@${id}${mark}1${mark}\n${text}${mark}` : `N=${id}\n${text}`);
  return groups.map((group) => open + group.map(body).join('\n') + close);
}

interface Shell {
  readonly name: string;
  readonly run: (folder: string, script: string) => Promise<void>;
  readonly isBash: boolean;
  /** One of how many values it gets. */
  readonly every?: number;
}

function runner(command: string, args: readonly string[]): Shell['run'] {
  return (folder, script) =>
    new Promise((resolve, reject) => {
      const file = join(folder, 'script');
      writeFileSync(file, script);
      const env = {
        PATH: process.env['PATH'] ?? '',
        OUT: join(folder, 'out'),
        LC_ALL: 'C.UTF-8',
        PS1: '',
        PS2: '',
        TERM: 'dumb',
        HISTFILE: '',
      };
      spawn(command, args, {cwd: join(folder, 'empty'), env, stdio: [openSync(file, 'r'), 'ignore', 'ignore']})
        .on('error', reject)
        .on('close', () => resolve());
    });
}

const shells: readonly Shell[] = [
  {name: 'bash', run: runner('bash', ['--norc', '--noprofile']), isBash: true},
  {name: 'bash -i', run: runner('bash', ['--norc', '--noprofile', '--noediting', '-i']), isBash: true},
  {name: 'dash', run: runner('dash', []), isBash: false},
];
const hasScript = spawnSync('script', ['--version']).status === 0;
/** As somebody pastes it: into a terminal, with its line editor. */
const terminal: Shell = {
  name: 'bash -i in a terminal',
  run: runner('script', ['-qec', 'bash --norc --noprofile -i', '/dev/null']),
  isBash: true,
  every: 50,
};

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, {recursive: true, force: true})));

interface Outcome {
  readonly exact: number;
  readonly refused: number;
  readonly wrong: readonly string[];
  readonly injected: readonly string[];
  /** Whether the shell expands history, seen on a word that asks for it. */
  readonly expandsHistory: boolean;
}

async function tryAll({name, run, isBash, every = 1}: Shell): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'prefill-'));
  folders.push(folder);
  mkdirSync(join(folder, 'empty'));
  const own = trials.filter(({at, template}) => at % every === 0 && (isBash || template.isBashOnly !== true));
  const filled = own.filter(({text}) => text !== undefined);
  const commands = templates.flatMap((template) =>
    written(
      template,
      filled.filter((trial) => trial.template === template),
    ),
  );
  await run(folder, [recorder, 'N=first', 'rec one', 'N=history', 'rec "!!"', ...commands, 'N=last', 'rec done', 'exit', ''].join('\n'));
  const calls = readCalls(readFileSync(join(folder, 'out')));
  const wrong = filled.flatMap(({id, value: tried, template}) => {
    const [seen, meant] = [JSON.stringify(calls.get(String(id))), JSON.stringify(template.calls(tried))];
    return seen === meant ? [] : [`${name}: ${JSON.stringify(template.source)} with ${JSON.stringify(tried)} gave ${seen}, not ${meant}`];
  });
  return {
    exact: filled.length - wrong.length,
    refused: own.length - filled.length,
    wrong: calls.has('last') ? wrong : [`${name}: stopped before the end`, ...wrong],
    injected: readdirSync(join(folder, 'empty')),
    expandsHistory: JSON.stringify(calls.get('history')) !== '[["!!"]]',
  };
}

/** Fields end with NUL: `@trial`, the number of arguments, the arguments. */
function readCalls(out: Buffer): Map<string, string[][]> {
  const fields = out.toString('utf8').replaceAll(mark, '\0').split('\0');
  const calls = new Map<string, string[][]>();
  for (let at = 0; at + 1 < fields.length;) {
    const trial = (fields[at] ?? '').replace(/^\n?@/, '');
    const count = Number(fields[at + 1]);
    calls.set(trial, [...(calls.get(trial) ?? []), fields.slice(at + 2, at + 2 + count)]);
    at += 2 + count;
  }
  return calls;
}

describe('a filled query or address', () => {
  const decodedGo = (text: string): string =>
    text.replaceAll(/\\x([0-9A-F]{2})|\\\\/g, (_, hex: string | undefined) =>
      hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  const filler = (source: string, lang: string): ((tried: string) => string | undefined) => {
    const parts = segments({text: source, places: markPlaces(source, {lang, params: ['X']}).places});
    return (tried) => {
      const {text, unfilled} = fillCommand(parts, new Map([['X', tried]]));
      return unfilled.length > 0 ? undefined : text;
    };
  };

  it.each([
    ['"', 'up{a="x$X",b="c"}', (string: string) => decodedGo(string)],
    ["'", 'up{a=\'x$X\',b="c"}', (string: string) => decodedGo(string)],
    ['`', 'up{a=`x$X`,b="c"}', (string: string) => string],
  ])('is one string of PromQL in %s with exactly the value', (quote, source, decode) => {
    const filled = filler(source, 'promql');
    for (const tried of values) {
      const text = filled(tried);
      if (text === undefined) continue;
      const strings: string[] = [];
      parser.parse(text).iterate({
        enter: ({name, type, from, to}) => {
          if (type.isError) throw new Error(`${text} does not parse`);
          if (name === 'StringLiteral') strings.push(text.slice(from, to));
        },
      });
      expect(strings).toEqual([quote + strings[0]?.slice(1, -1) + quote, '"c"']);
      expect(decode(strings[0]?.slice(1, -1) ?? '')).toBe(`x${tried}`);
    }
  });

  it.each(['up{a=~"x$X.*"}', 'up{a!~`x$X.*`}'])('is a regular expression that finds exactly the value: %s', (source) => {
    const filled = filler(source, 'promql');
    for (const tried of values) {
      const text = filled(tried);
      if (text === undefined) continue;
      const string = text.slice(text.search(/["`]/) + 1, -2);
      const expression = source.includes('`') ? string.replaceAll(String.raw`\x60`, '`') : decodedGo(string);
      // Without the `u` flag a quoted letter is that letter, as in RE2.
      expect(new RegExp(`^(?:${expression})$`).exec(`x${tried}tail`)?.[0]).toBe(`x${tried}tail`);
      // A NUL is refused, so that no value begins with it.
      expect([tried, new RegExp(`^(?:${expression})$`).test('x\0tail')]).toEqual([tried, false]);
    }
  });

  it('is one literal of SQL with exactly the value', () => {
    const filled = filler("select 'a' where b = 'x$X' and c = 'd'", 'sql');
    for (const tried of values) {
      const text = filled(tried);
      if (text === undefined) continue;
      const literals = [...text.matchAll(/'([^']*)'/g)].map(([, inner = '']) => inner);
      expect(literals).toEqual(['a', `x${tried}`, 'd']);
    }
  });

  it('is one part of an address with exactly the value', () => {
    const filled = filler('https://h.example/a/$X/b?c=$X&d=e#f/$X', 'url');
    for (const tried of values) {
      const text = filled(tried);
      if (text === undefined) continue;
      const {origin, pathname, searchParams, hash} = new URL(text);
      expect(origin).toBe('https://h.example');
      expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'a', tried, 'b']);
      expect([...searchParams]).toEqual([
        ['c', tried],
        ['d', 'e'],
      ]);
      expect(decodeURIComponent(hash)).toBe(`#f/${tried}`);
    }
  });
});

/** Commands in which a value was run, or became more than one argument, before they were refused; with that value. */
const attacked: readonly (readonly [source: string, tried: string])[] = [
  ['echo "$X" | xargs touch', 'a canary'],
  ['xargs touch <<< "$X"', 'a canary'],
  ['touch $(basename "$X")', 'a canary'],
  ['N=$(basename "$X")\ntouch $N', 'a canary'],
  ['N="$(basename "$X")"; bash -c "ls $N"', 'x;touch canary'],
  ['for p in $(echo "$X"); do touch "$p"; done', 'a canary'],
  ['cat > e <<EOF\nFOO=$X\nEOF\n. ./e', '1;touch canary'],
  ['cat > e <<EOF\nls $X\nEOF\nsh e', '1;touch canary'],
  ['echo "FOO=$X" > e; . ./e', '1;touch canary'],
  ['printf "%s" "$X" | cat > e; sh e', 'touch canary'],
  ['exec 3> >(sh)\necho "$X" >&3; exec 3>&-; sleep .2', 'touch canary'],
  ['cat <<EOF | tee -a e\nls $X\nEOF\nsh e', '1;touch canary'],
  ['mkfifo p; sh < p &\necho "$X" > p; wait', 'touch canary'],
  ['shopt -s expand_aliases\nalias q=\'eval\'\nq ls "$X"', 'a; touch canary'],
  ["echo $'it\\'s'\nls \"$X\"", "a'; touch canary; '"],
  ["printf '%s\\n' $'it\\'s' \"$X\"", "a; touch canary; #'"],
  ['cat <<EOF\nE\\\nO$X\n$Y\nEOF', 'F'],
  ['ls "Paging!now\nService $X is down"', '$(touch canary)'],
  ['ls "x{job!~\\"a\\"} or\ny{pod=\\"$X\\"}"', '"; touch canary #'],
  ['cat > >(cat) <<EOF\nnote $X\nEOF', '; touch canary'],
  ['cat <(ls) - <<EOF\nnote $X\nEOF', '; touch canary'],
  ['cat <<EOF |& cat\nnote $X\nEOF', '; touch canary'],
  ['ls "\t$X"', '";touch canary #'],
  ['# apply it with <<EOF\nls "$X"\ncat <<EOF\nhi\nEOF', '$(touch canary)'],
  ['find . -maxdepth 0 -newermt "$X" -exec sh -c "ls $X" \\;', '1;touch canary'],
];

describe('a command that once ran a value', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attacked-'));
  folders.push(folder);
  const run = (shell: string, args: readonly string[], input: string): boolean => {
    const cwd = mkdtempSync(join(folder, 'run-'));
    spawnSync(shell, args, {cwd, input, env: {PATH: '/usr/bin:/bin', HOME: cwd, HISTFILE: ''}, timeout: 60_000});
    return readdirSync(cwd).includes('canary');
  };

  it.each(attacked)('keeps %j as it is for %j', (source, tried) => {
    const {places} = markPlaces(source, {lang: 'bash', params: ['X', 'Y']});
    const hostileValues = new Map([
      ['X', tried],
      ['Y', 'touch canary'],
    ]);
    const {text} = fillCommand(segments({text: source, places}), hostileValues);
    expect(text).toBe(source);
    expect([run('bash', ['--norc'], text), run('bash', ['--norc', '-i'], text), run('dash', [], text)]).toEqual([false, false, false]);
  });
});

describe('a filled command', () => {
  it('has a place that may be filled wherever a template has the parameter', () => {
    expect(marked.flatMap(({slips}) => slips)).toEqual([]);
    expect(
      marked.flatMap(({places}, at) => places.filter(({context}) => context === 'never').map(({why}) => [templates[at]?.source, why])),
    ).toEqual([]);
    expect(new Set(marked.flatMap(({places}) => places.map(({context}) => context)))).toEqual(
      new Set(['word', 'double', 'double-first', 'echo', 'strict', 'url']),
    );
  });

  it('gives a real shell exactly the value, or the value was refused', async () => {
    const outcomes = await Promise.all(shells.map(tryAll));
    const sum = (pick: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + pick(outcome), 0);
    console.log(
      `prefill: ${values.length} values × ${templates.length} contexts × ${shells.length} shells: ${sum(({exact}) => exact)} exact, ` +
        `${sum(({refused: count}) => count)} refused, ${sum(({injected}) => injected.length)} injected (seed ${seed})`,
    );
    expect(outcomes.flatMap(({injected}) => injected)).toEqual([]);
    expect(outcomes.flatMap(({wrong}) => wrong).slice(0, 5)).toEqual([]);
    // A filler that refuses everything is safe and useless.
    expect(sum(({exact}) => exact)).toBeGreaterThan(sum(({refused: count}) => count));
    expect(outcomes.map(({expandsHistory}) => expandsHistory)).toEqual([false, true, false]);
  });

  it.runIf(hasScript)(
    'gives it in a terminal too',
    async () => {
      const {wrong, injected, expandsHistory} = await tryAll(terminal);
      expect(injected).toEqual([]);
      expect(wrong.slice(0, 5)).toEqual([]);
      expect(expandsHistory).toBe(true);
    },
    300_000,
  );
});
