import {companions, toolNamed, type Kind, type Tool} from './shell-tools.ts';
import type {KnownWord} from './shell-words.ts';

/** How a value may stand in a word, or why it must not. */
export type Verdict = {readonly as: 'data' | 'strict' | 'url' | 'echo'} | {readonly why: string};

export interface Judged {
  /** Whether it is known that the command does nothing to a value that stands elsewhere. */
  readonly isKnown: boolean;
  /** What prints its output, wrappers taken away; undefined when nobody knows. */
  readonly program: string | undefined;
  /** One for each word. */
  readonly verdicts: readonly Verdict[];
}

/** Judges the words of a simple command by the list of tools: what is not on it gets no value. */
export function judgeWords(words: readonly KnownWord[]): Judged {
  const name = words[0]?.text;
  const all = (why: string): readonly Verdict[] => words.map((_, at) => ({why: at === 0 ? 'command-position' : why}));
  if (name === undefined) return {isKnown: words.length === 0, program: undefined, verdicts: all('unknown-program')};
  if (name === 'echo' || name === 'printf' || name === 'test' || name === '[')
    return {isKnown: true, program: name, verdicts: all('format').map((verdict, at) => (at === 0 ? verdict : judgeBuiltin(words, at)))};
  const tool = toolNamed(name);
  if (tool !== undefined) return judgeTool(words, tool);
  const isKnown = companions.has(name) && (name !== 'set' || words.slice(1).every(({text = ''}) => /^(?:-[eux]*o?|pipefail)$/.test(text)));
  return {isKnown, program: isKnown ? name : undefined, verdicts: all('unknown-program')};
}

function judgeTool(words: readonly KnownWord[], tool: Tool): Judged {
  const program = words[0]?.text;
  const verdicts: Verdict[] = [{why: 'command-position'}];
  const seen = new Map<string, string | undefined>();
  const options = new Map<string, Kind>();
  const learn = ({options: known = ''}: Tool): void => {
    for (const [name = '', kind = 'flag'] of known
      .trim()
      .split(/\s+/)
      .map((option) => option.split(':')))
      options.set(name, kind as Kind); // Written only in the list of tools.
  };
  learn(tool);
  let current = tool;
  let pending: {readonly name: string; readonly kind: Kind} | undefined;
  let operands = 0;
  let hasEnded = false;
  const refused = (why: string): Judged => ({
    isKnown: true,
    program,
    verdicts: words.map((_, at) => ({why: at === 0 ? 'command-position' : why})),
  });
  const behind = (at: number): Judged => {
    const inner = judgeWords(words.slice(at));
    // `sudo -i` puts the words together for a shell, and leaves `$` as it is.
    const isLogin = seen.has('-i') || seen.has('--login');
    const own = tool.wraps !== undefined && isLogin ? inner.verdicts.map(strictly) : inner.verdicts;
    return {isKnown: tool.wraps === undefined || inner.isKnown, program: inner.program, verdicts: [...verdicts, ...own]};
  };
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? {text: undefined, lead: '', splits: true};
    const {text, lead} = word;
    if (pending !== undefined) {
      seen.set(pending.name, text);
      if (pending.kind === 'null' && text !== '/dev/null') return refused('names-a-file');
      verdicts.push(verdictOf(pending.kind, {word, seen}));
      pending = undefined;
    } else if (text === '--' && !hasEnded) {
      verdicts.push({why: 'option-name'});
      if (current.runs === true) return behind(at + 1);
      hasEnded = true;
    } else if (!hasEnded && text !== '-' && /^[-+]/.test(lead)) {
      const option = readOption(word, options);
      if (option === undefined) return refused('unknown-option');
      for (const flag of option.flags) seen.set(flag, undefined);
      const {name, kind = 'flag', isAttached} = option;
      if (name !== undefined && isAttached && kind === 'null') return refused('names-a-file');
      if (name !== undefined && !isAttached) pending = {name, kind};
      verdicts.push(name !== undefined && isAttached ? verdictOf(kind, {word, seen}) : {why: 'option-name'});
    } else if (tool.wraps !== undefined) {
      if (operands >= tool.wraps) return behind(at);
      operands += 1;
      verdicts.push({why: 'command-position'});
    } else if (current.subs !== undefined) {
      const sub: Tool | undefined = text !== undefined && Object.hasOwn(current.subs, text) ? current.subs[text] : undefined;
      if (sub === undefined) return refused(text === undefined ? 'command-position' : 'unknown-option');
      verdicts.push({why: 'command-position'});
      learn(sub);
      current = sub;
    } else {
      const isFixed = operands < (current.fixed ?? 0);
      operands += 1;
      const needs = current.needsEnd === true && !hasEnded;
      if (isFixed) verdicts.push({why: 'command-position'});
      else verdicts.push(needs ? {why: 'missing-option'} : verdictOf(current.operands ?? 'fixed', {word, seen}));
    }
  }
  // A wrapper without a program may open a shell of its own, which reads what is pasted behind it.
  if (tool.wraps !== undefined) return {...refused('unknown-program'), isKnown: false};
  if (current.runs === true) return refused('no-double-dash');
  return (current.demands ?? []).every((name) => seen.has(name))
    ? {isKnown: true, program: current.program ?? program, verdicts}
    : refused('missing-option');
}

interface Option {
  /** The one that takes a value, with its kind. */
  readonly name?: string;
  readonly kind?: Kind;
  /** Its value is in the same word. */
  readonly isAttached: boolean;
  readonly flags: readonly string[];
}

/** Reads `--name`, `--name=value`, `-n`, `-nvalue` and `-abn`. Undefined when something in it is not known. */
function readOption({text, lead}: KnownWord, options: ReadonlyMap<string, Kind>): Option | undefined {
  const [whole = ''] = lead.split('=');
  const kind = options.get(whole);
  if (kind !== undefined) {
    const isAttached = lead.includes('=');
    if (kind === 'flag') return text === undefined ? undefined : {isAttached: false, flags: [whole]};
    if (isAttached && whole.startsWith('--')) return {name: whole, kind, isAttached, flags: []};
    if (!isAttached && text !== undefined) return {name: whole, kind, isAttached, flags: []};
  }
  if (!/^-[^-]/.test(lead)) return undefined;
  const flags: string[] = [];
  for (let at = 1; at < lead.length; at += 1) {
    const name = `-${lead[at]}`;
    const one = options.get(name);
    if (one === undefined) return undefined;
    if (one !== 'flag') return {name, kind: one, isAttached: at + 1 < lead.length || text === undefined, flags};
    flags.push(name);
  }
  return text === undefined ? undefined : {isAttached: false, flags};
}

function verdictOf(
  kind: Kind,
  {word: {lead, text}, seen}: {readonly word: KnownWord; readonly seen: ReadonlyMap<string, string | undefined>},
): Verdict {
  if (kind === 'data' || kind === 'strict') return {as: kind};
  const value = lead.startsWith('--') ? lead.slice(lead.indexOf('=') + 1) : lead;
  switch (kind) {
    case 'header':
      return /^[\w-]+: ?/.test(value) ? {as: 'data'} : {why: 'names-a-file'};
    case 'path':
      return /^\/[\w.-]+\//.test(value) ? {as: 'url'} : {why: 'url-authority'};
    case 'address': {
      if (/^https?:\/\/[\w.-]+(?::\d+)?[/?#]/.test(value)) return {as: 'url'};
      if (text !== undefined || value !== '') return {why: 'url-authority'};
      // A whole address: nothing in it may become many, and it must be one of the web.
      const isGuarded = (seen.has('-g') || seen.has('--globoff')) && seen.get('--proto') === '=http,https';
      return isGuarded ? {as: 'data'} : {why: 'missing-option'};
    }
    default:
      return {why: 'option-decides'};
  }
}

function judgeBuiltin(words: readonly KnownWord[], at: number): Verdict {
  const name = words[0]?.text;
  const [first, second] = words.slice(1).map(({text}) => text);
  if (name === 'echo') return first !== undefined && /^-(?!n$)./.test(first) ? {why: 'unknown-option'} : {as: 'echo'};
  if (name === 'printf') {
    // Other conversions compute or read escapes.
    const isPlain = first !== undefined && /^(?:[^%\\-]|%s|\\[nt])(?:[^%\\]|%s|%%|\\[nt])*$/.test(first);
    return at > 1 && isPlain ? {as: 'data'} : {why: 'format'};
  }
  const length = words.length - (name === '[' ? 2 : 1);
  const isTest = length === 3 ? second === '=' || second === '!=' : length === 2 && /^-[defnrsz]$/.test(first ?? '');
  return isTest && (name === 'test' || words.at(-1)?.text === ']') ? {as: 'data'} : {why: 'arithmetic'};
}

function strictly(verdict: Verdict): Verdict {
  return 'as' in verdict ? {as: 'strict'} : verdict;
}
