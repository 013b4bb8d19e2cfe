import {forEachChild, parse, type Command, type HereDoc, type Pipeline, type SyntaxNode, type Word, type WordPart} from 'unbash';
import type {Context, Place} from './contract.ts';
import {mentions} from './found.ts';
import {judgeWords, type Judged, type Verdict} from './shell-arguments.ts';
import {doubtsOf, isHarmless} from './shell-doubts.ts';
import {hereDocumentBreaks} from './shell-heredoc.ts';
import {filters, plainFilters, reporters} from './shell-tools.ts';
import {knownWord} from './shell-words.ts';

/** What holds for everything within a part of a script. */
interface Ground {
  /** Nothing is filled, for this reason. */
  readonly why?: string | undefined;
  /** What is printed becomes a part of something else: only what a tool reports may. */
  readonly isCaught?: boolean | undefined;
}

/**
 * The places of the parameters in a script of bash that parses. A place is filled only where a tool of the list gets the value as data, and where
 * nothing in the script makes the reading uncertain.
 */
export function shellPlaces(source: string, params: readonly string[]): Place[] {
  const script = parse(source);
  const doubts = doubtsOf(source, script);
  const assigned = assignedNames(script);
  const places: Place[] = [];

  function put(
    {name, from, to}: {readonly name: string; readonly from: number; readonly to: number},
    {context, why}: {readonly context: Context; readonly why?: string | undefined},
  ): void {
    if (!params.includes(name)) return;
    const around = doubts.find((doubt) => doubt.from <= from && from < doubt.to);
    const narrow = around === undefined || around.to === Infinity ? undefined : around.why;
    const reason = narrow ?? why ?? around?.why ?? (assigned.has(name) ? 'set-here' : undefined);
    places.push(reason === undefined ? {name, context, from, to} : {name, context: 'never', why: reason, from, to});
  }

  function walk(node: SyntaxNode, ground: Ground): void {
    switch (node.type) {
      case 'Command':
        return walkPipeline([node], ground);
      case 'Pipeline':
        return walkPipeline(node.commands, ground);
      case 'For':
        for (const word of node.wordlist ?? []) walkWord(word, {why: ground.why ?? 'loop-list'});
        return walk(node.body, ground);
      case 'Word':
        return walkWord(node, {why: ground.why ?? 'syntax'});
      case 'Redirect':
        return node.target === undefined
          ? undefined
          : walkWord(node.target, {why: ground.why === 'written' ? 'redirect' : (ground.why ?? 'redirect')});
      case 'HereDoc':
        return walkHereDocument(node, ground);
      default:
        return forEachChild(node, (child) => walk(child, ground));
    }
  }

  /** Where something is printed that was given a value, what reads it must be a filter, and no file may keep it that could be run. */
  function walkPipeline(commands: Pipeline['commands'], ground: Ground): void {
    const judged = commands.map((command) => (command.type === 'Command' ? judgeCommand(command) : undefined));
    const writes = commands.some(
      (command) => command.type === 'Command' && !command.redirects.every((one) => one.type === 'HereDoc' || isHarmless(one)),
    );
    commands.forEach((command, at) => {
      const program = judged[at]?.program;
      const isReport = program !== undefined && reporters.has(program) && !hasDocument(command);
      const readers = isReport ? filters : plainFilters;
      const isRead = judged.slice(at + 1).every((later) => later?.program !== undefined && readers.has(later.program));
      const isKept = writes && !isReport;
      const why =
        ground.why ?? (!isRead || (commands.length > 1 && judged[at] === undefined) ? 'piped-on' : isKept ? 'written' : undefined);
      if (command.type !== 'Command') return forEachChild(command, (child) => walk(child, {...ground, why}));
      walkCommand(command, {judged: judged[at], ground: {why: why ?? (ground.isCaught === true && !isReport ? 'piped-on' : undefined)}});
    });
  }

  function walkCommand(command: Command, {judged, ground}: {readonly judged: Judged | undefined; readonly ground: Ground}): void {
    const args = wordsOf(command);
    const splits = args.some((arg) => knownWord(arg).splits);
    for (const part of command.prefix) if (part.type === 'Assignment') walkValue(part.value, {why: ground.why ?? 'assignment'});
    args.forEach((arg, at) => {
      const why = ground.why ?? (splits ? 'splits' : undefined);
      const verdict: Verdict = why === undefined ? (judged?.verdicts[at] ?? {why: 'unknown-program'}) : {why};
      if (arg.type === 'Word') walkWord(arg, verdict);
      else walkValue(arg.value, verdict, `${arg.name}=`);
    });
    const isRead = command.name?.text === 'cat';
    for (const redirect of command.redirects)
      walk(redirect, redirect.type === 'HereDoc' && !isRead ? {why: ground.why ?? 'stdin-is-code'} : ground);
  }

  function walkValue(value: SyntaxNode, verdict: Verdict, before = ''): void {
    if (value.type === 'Word') walkWord(value, verdict, before);
    else forEachChild(value, (child) => walkValue(child, {why: 'assignment'}));
  }

  function walkHereDocument({delimiter, body}: HereDoc, ground: Ground): void {
    const {parts = []} = body;
    if (delimiter?.quoted !== false) return putAll(body, ground.why ?? 'single-quotes');
    if (!parts.every(({type}) => type === 'Literal' || isExpansion(type))) return putAll(body, ground.why ?? 'substitution-in-heredoc');
    for (const part of parts.filter(({type}) => type !== 'Literal')) {
      const breaks = hereDocumentBreaks(source, {line: part.pos, delimiter: delimiter.value, body, parts});
      putExpansion(part, {context: 'strict', why: ground.why ?? (breaks ? 'delimiter' : undefined)});
    }
  }

  /** @param begin what stands before the word, as the name of an assignment does. */
  function walkWord({parts = []}: Word, verdict: Verdict, begin = ''): void {
    const isGlob = parts.some(({type}) => type === 'Glob' || type === 'BraceExpansion');
    let before = begin;
    let isKnown = true;
    const why = 'why' in verdict ? verdict.why : isGlob ? 'glob' : undefined;
    for (const [at, part] of parts.entries()) {
      if (part.type === 'SingleQuoted') putAll(part, why ?? 'single-quotes');
      if (part.type === 'Literal' || part.type === 'SingleQuoted') before += part.value;
      else if (part.type !== 'DoubleQuoted') {
        if (part.type === 'CommandExpansion' && part.script !== undefined) walk(part.script, {why: why ?? 'unquoted'});
        else if (isExpansion(part.type)) putExpansion(part, {context: 'never', why: why === 'splits' ? 'unquoted' : (why ?? 'unquoted')});
        else putAll(part, why ?? 'syntax');
        isKnown = false;
      } else {
        for (const child of part.parts) {
          if (child.type === 'Literal') before += child.value;
          else {
            const isFirst = isKnown ? before === '' : /^-*$/.test(before);
            const isWhole = at === 0 && begin === '' && part.parts.length === 1;
            const tilde = /^~[^/]*$/.test(before) ? 'expansion' : undefined;
            const place = contextOf(verdict, {before, isFirst, isWhole});
            if (isExpansion(child.type)) putExpansion(child, {context: place, why: why ?? tilde, ...(place === 'word' && {range: part})});
            else if (child.type === 'CommandExpansion' && child.script !== undefined)
              // What it prints is not looked at: it stands only where anything may.
              walk(child.script, {why: why ?? (place === 'strict' || place === 'url' ? 'piped-on' : undefined), isCaught: true});
            else putAll(child, why ?? 'syntax');
            isKnown = false;
          }
        }
      }
    }
  }

  function putExpansion(
    part: WordPart,
    {context, why, range = part}: {readonly context: Context; readonly why?: string | undefined; readonly range?: WordPart},
  ): void {
    const {1: name} = /^\$\{?(\w+)\}?$/.exec(part.text) ?? [];
    if (name === undefined) putAll(part, 'expansion');
    else put({name, from: range.pos, to: range.end}, {context, why});
  }

  /** Text that is not looked into: each mention of a parameter stays. */
  function putAll({pos, end}: {readonly pos: number; readonly end: number}, why: string): void {
    for (const {0: text, 1: name = '', index} of source.slice(pos, end).matchAll(/\$\{?[#!]?([A-Za-z_]\w*)\}?/g))
      put({name, from: pos + index, to: pos + index + text.length}, {context: 'never', why});
  }

  walk(script, {});
  // What no rule above has met is marked all the same, and stays; but not in a comment, nor where it is no parameter for a backslash.
  for (const {name, from, to} of mentions(source, params)) {
    const isMet = places.some((place) => place.from < to && from < place.to);
    const isText = /(?<!\\)(?:\\\\)*\\$|#[^\n]*$/.test(source.slice(0, from));
    if (!isMet && !isText) put({name, from, to}, {context: 'never', why: 'syntax'});
  }
  return places.toSorted((a, b) => a.from - b.from);
}

/** The context of a place. Behind a quote or a brace the tool may read the text of the word once more. */
function contextOf(
  verdict: Verdict,
  {before, isFirst, isWhole}: {readonly before: string; readonly isFirst: boolean; readonly isWhole: boolean},
): Context {
  if ('why' in verdict) return 'never';
  if (verdict.as === 'url' || verdict.as === 'strict') return verdict.as;
  if (/["'`{[]/.test(before)) return verdict.as === 'echo' ? 'echo' : 'strict';
  if (verdict.as === 'echo') return 'echo';
  return isWhole ? 'word' : isFirst ? 'double-first' : 'double';
}

function isExpansion(type: WordPart['type']): boolean {
  return type === 'SimpleExpansion' || type === 'ParameterExpansion';
}

function wordsOf({name, args}: Command): Command['args'] {
  return name === undefined ? [] : [name, ...args];
}

function judgeCommand(command: Command): Judged {
  return judgeWords(wordsOf(command).map(knownWord));
}

function hasDocument(command: SyntaxNode): boolean {
  return command.type === 'Command' && command.redirects.some(({type}) => type === 'HereDoc');
}

/** Names that a script sets itself: a value from outside would not be what its commands mean. */
function assignedNames(script: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Assignment') names.add(node.name);
    if (node.type === 'For' || node.type === 'Select') names.add(node.name.value);
    forEachChild(node, visit);
  };
  visit(script);
  return names;
}
