import {
  containerExec,
  containers,
  decidingOption,
  endsOptionsOnly,
  evaluators,
  interpreters,
  kubernetes,
  shellBuiltins,
  shells,
  takesSubcommand,
  wrappers,
  type Wrapper,
} from './shell-programs.ts';
import {programName, type KnownWord} from './shell-words.ts';

/** For each word why a value must not stand there; undefined where it arrives as data. */
export type Verdicts = readonly (string | undefined)[];

/** Judges the words of a simple command. Whoever is not known to read a value as anything but data gets it; whoever runs what is given does not. */
export function judgeWords(words: readonly KnownWord[], functions: ReadonlySet<string> = new Set()): Verdicts {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const all = (why: string | undefined): Verdicts => ['command-position', ...rest.map(() => why)];
  if (first.text === undefined) return all('unknown-program');
  if (functions.has(first.text)) return all('function-argument');
  const name = programName(first.text);
  const wrapper = wrappers.get(name);
  if (wrapper !== undefined) return judgeWrapped(words, {name, wrapper});
  if (evaluators.has(name)) return all('evaluated');
  if (shellBuiltins.has(name)) return all('shell-builtin');
  const known = judgeKnown(words, name);
  return words.map((_, at) => {
    if (at === 0) return 'command-position';
    const before = words[at - 1]?.text ?? '';
    return decidingOption.test(before) && !before.includes('=') ? 'option-decides' : known[at];
  });
}

/** The program that a command comes down to when what wraps it is taken away; undefined when that cannot be told. */
export function programOf(words: readonly KnownWord[]): string | undefined {
  const name = words[0]?.text === undefined ? undefined : programName(words[0].text);
  if (name === undefined) return undefined;
  const wrapper = wrappers.get(name);
  if (wrapper !== undefined) return inner(words, wrapper, 1);
  if (kubernetes.has(name) && has(words, 'exec')) {
    const dashes = words.findIndex(({text}) => text === '--');
    return dashes < 0 ? undefined : programOf(words.slice(dashes + 1));
  }
  const run = containers.has(name) ? words.findIndex(({text}) => text === 'exec' || text === 'run') : -1;
  return run > 0 ? inner(words, containerExec, run + 1) : name;
}

function inner(words: readonly KnownWord[], wrapper: Wrapper, from: number): string | undefined {
  const at = programAt(words, wrapper, from);
  return at === undefined ? undefined : programOf(words.slice(at));
}

function judgeKnown(words: readonly KnownWord[], name: string): Verdicts {
  if (interpreters.has(name)) return judgeInterpreter(words, name);
  if (kubernetes.has(name)) return judgeKubernetes(words);
  const run = containers.has(name) ? words.findIndex(({text}) => text === 'exec' || text === 'run') : -1;
  if (run > 0) return judgeRun(words, containerExec, run + 1);
  switch (name) {
    case 'printf':
      return judgePrintf(words);
    case 'test':
    case '[':
      return words.map(() =>
        words.some(({text}) => text !== undefined && /^-(?:v|R|eq|ne|lt|le|gt|ge)$/.test(text)) ? 'arithmetic' : undefined,
      );
    case 'find':
      return judgeFind(words);
    case 'curl':
      return judgeCurl(words);
    case 'git':
      return judgeSubcommand(words, name).map((why, at) => (words[at - 1]?.text === '-c' ? 'option-decides' : why));
    default:
      return judgeOther(words, name);
  }
}

function judgeWrapped(words: readonly KnownWord[], {name, wrapper}: {readonly name: string; readonly wrapper: Wrapper}): Verdicts {
  // What replaces a string in every word replaces it in a value too.
  if (name === 'xargs' && words.some(({text}) => text !== undefined && /^-(?:[Ii]|-replace)/.test(text)))
    return words.map(() => 'replaced-again');
  return judgeRun(words, wrapper, 1);
}

function judgeRun(words: readonly KnownWord[], wrapper: Wrapper, from: number): Verdicts {
  const at = programAt(words, wrapper, from);
  if (at === undefined) return words.map(() => 'unknown-program');
  const own = words.slice(0, at).map((_, index) => (wrapper === containerExec && index === at - 1 ? undefined : 'wrapper-option'));
  return [...own, ...judgeWords(words.slice(at))];
}

/** Where the name of the program stands, with `words.length` for a command without one. Undefined when an option is not known. */
function programAt(words: readonly KnownWord[], {values = '', flags, operands = 0}: Wrapper, from: number): number | undefined {
  const takesNext = new Set(values.split(' '));
  let left = operands;
  let at = from;
  for (; at < words.length; at += 1) {
    const {text, lead} = words[at] ?? {text: undefined, lead: ''};
    if (text === '--') {
      at += 1 + left;
      break;
    }
    if (text !== undefined && takesNext.has(text)) at += 1;
    else if (text?.startsWith('-') === true && text.length > 1) {
      if (flags?.test(text) !== true) return undefined;
    } else if (/^[A-Za-z_]\w*=/.test(lead)) {
      // `env` and `sudo` take these; no program is named so.
      if (text === undefined) return undefined;
    } else if (left === 0) break;
    else left -= 1;
  }
  return Math.min(at, words.length);
}

function judgeInterpreter(words: readonly KnownWord[], name: string): Verdicts {
  return words.map((_, at) => {
    const [first, second] = [words[at - 1]?.text, words[at - 2]?.text];
    if (/^(?:jq|gojq|jaq)$/.test(name) && second === '--arg') return undefined;
    const connects = /^(?:psql|mysql|mariadb|clickhouse-client|mongosh|sqlcmd|cqlsh)$/.test(name);
    return connects && first !== undefined && /^(?:-[hU]|--(?:host|port|user|username))$/.test(first) ? undefined : 'program-text';
  });
}

function judgeKubernetes(words: readonly KnownWord[]): Verdicts {
  const dashes = words.findIndex(({text}) => text === '--');
  if (dashes < 0) return has(words, 'exec') ? words.map(() => 'no-double-dash') : judgeSubcommand(words, 'kubectl');
  return [...judgeSubcommand(words.slice(0, dashes + 1), 'kubectl'), ...judgeWords(words.slice(dashes + 1))];
}

function judgePrintf(words: readonly KnownWord[]): Verdicts {
  const format = words[1]?.text === '--' ? 2 : 1;
  const {text} = words[format] ?? {text: undefined};
  // Other conversions compute: `%b` reads escapes, `%d` an expression in zsh.
  const isPlain = text !== undefined && !text.startsWith('-') && !/%(?![sq%]|-?\d+s)/.test(text);
  return words.map((_, at) => (at > format && isPlain ? undefined : 'format'));
}

function judgeFind(words: readonly KnownWord[]): Verdicts {
  const tests = /^-(?:i?name|i?path|newer|anewer|cnewer|mtime|mmin|atime|ctime|size|user|group|maxdepth|mindepth|type|perm|inum|samefile)$/;
  const runs = words.findIndex(({text}) => text !== undefined && /^-(?:exec|ok)/.test(text));
  const begins = words.findIndex(({text}, at) => at > 0 && text !== undefined && /^[-!(]/.test(text));
  return words.map((_, at) => {
    if (runs >= 0 && at > runs) return 'replaced-again';
    if (begins < 0 || at < begins) return undefined;
    return tests.test(words[at - 1]?.text ?? '') ? undefined : 'find-expression';
  });
}

function judgeCurl(words: readonly KnownWord[]): Verdicts {
  return words.map(({lead}, at) => {
    const option = words[at - 1]?.text ?? '';
    if (/^(?:-[KoFTcD]|--(?:config|output|form|upload-file|cookie-jar|dump-header|netrc-file|output-dir))$/.test(option))
      return 'names-a-file';
    // `@name` and `name@file` are read from a file there; behind a fixed beginning they are not.
    const data = /^(?:-[dHbw]|--(?:data|json|header|cookie|write-out|url-query|variable)[\w-]*)$/.test(option);
    return data && !/[=:{]/.test(lead) ? 'names-a-file' : undefined;
  });
}

function judgeOther(words: readonly KnownWord[], name: string): Verdicts {
  if (endsOptionsOnly.has(name)) return judgeSubcommand(words, name);
  // A wrapper that is not known here still shows by what it wraps.
  const shell = words.findIndex(
    ({text}, at) => at > 0 && text !== undefined && (shells.has(programName(text)) || text === 'ssh' || text === 'eval'),
  );
  const dashes = words.findIndex(({text}) => text === '--');
  const behind = dashes < 0 ? [] : judgeWords(words.slice(dashes + 1));
  return judgeSubcommand(words, name).map((why, at) => {
    if (shell > 0 && at > shell) return 'evaluated';
    return dashes > 0 && at > dashes ? behind[at - dashes - 1] : why;
  });
}

function judgeSubcommand(words: readonly KnownWord[], name: string): Verdicts {
  if (!takesSubcommand.has(name)) return words.map(() => undefined);
  const operand = words.findIndex(({lead}, at) => at > 0 && !lead.startsWith('-') && !isOption(words[at - 1]));
  return words.map((_, at) => (at === operand ? 'command-position' : undefined));
}

function isOption(word: KnownWord | undefined): boolean {
  return word?.text?.startsWith('-') === true && !word.text.includes('=');
}

function has(words: readonly KnownWord[], text: string): boolean {
  return words.some((word) => word.text === text);
}
