import {
  forEachChild,
  parse,
  type Command,
  type HereDoc,
  type Pipeline,
  type Redirection,
  type SyntaxNode,
  type Word,
  type WordPart,
} from 'unbash';
import type {Context, Place} from './contract.ts';
import {judgeWords, programOf} from './shell-arguments.ts';
import {hereDocumentBreaks} from './shell-heredoc.ts';
import {assignedNames, functionNames, quoteInComment} from './shell-facts.ts';
import {carriers, decidingOption, evaluators, readsData} from './shell-programs.ts';
import {knownWord} from './shell-words.ts';

/** What holds for everything within a part of a script. */
interface Ground {
  /** Nothing is filled, for this reason. */
  readonly why?: string | undefined;
  /** Nothing that prints its arguments is filled: what it prints goes where a value must not stand. */
  readonly carried?: string | undefined;
}

/** Reasons that speak against a value, not against what a command prints that was given the value. */
const speaksOfValueOnly = new Set(['assignment', 'loop-list', 'unquoted', 'redirect', 'option-name', 'shell-builtin', 'glob']);

/**
 * The places of the parameters in a script of bash that parses. A parameter that the script sets itself, and any place where it is not certain
 * that the value arrives as one argument of a program that takes it for data, is never filled.
 */
export function shellPlaces(source: string, params: readonly string[], depth = 0): Place[] {
  const script = parse(source);
  const declared = new Set(params);
  const assigned = assignedNames(script);
  const functions = functionNames(script);
  const unsure = quoteInComment(source, script);
  const places: Place[] = [];

  function put(
    name: string,
    place: {readonly context: Context; readonly from: number; readonly to: number; readonly why?: string | undefined},
  ): void {
    const {from, to, context} = place;
    if (!declared.has(name)) return;
    const why = place.why ?? (assigned.has(name) ? 'set-here' : from > unsure ? 'quote-in-comment' : undefined);
    places.push(why === undefined ? {name, context, from, to} : {name, context: 'never', why, from, to});
  }

  /** Text that is not looked into: each mention of a parameter stays. */
  function putRaw({pos, end}: {readonly pos: number; readonly end: number}, why: string): void {
    for (const {0: text, 1: name = '', index} of source.slice(pos, end).matchAll(/\$\{?[#!]?([A-Za-z_]\w*)\}?/g))
      put(name, {context: 'never', why, from: pos + index, to: pos + index + text.length});
  }

  function walk(node: SyntaxNode, ground: Ground): void {
    const within = (more: Ground): void => forEachChild(node, (child) => walk(child, {...ground, ...more}));
    switch (node.type) {
      case 'Command':
        return walkCommand(node, ground);
      case 'Pipeline':
        return walkPipeline(node, ground);
      case 'Redirected':
        walk(node.command, node.redirects.some(hasProcess) ? {...ground, carried: 'piped-on'} : ground);
        return node.redirects.forEach((redirect) => walkRedirect(redirect, {...ground, why: ground.why ?? stdinWhy(redirect, undefined)}));
      case 'Word':
        return walkWord(node, ground);
      case 'Assignment':
        return within({why: ground.why ?? 'assignment'});
      case 'Function':
        return walk(node.body, {...ground, carried: 'function-output'});
      case 'For': {
        const why = isSafeLoop({source, name: node.name.value, depth}) ? undefined : 'loop-list';
        for (const word of node.wordlist ?? []) walkWord(word, {...ground, why: ground.why ?? why});
        return walk(node.body, ground);
      }
      case 'Select':
        for (const word of node.wordlist ?? []) walkWord(word, {...ground, why: ground.why ?? 'loop-list'});
        return walk(node.body, ground);
      case 'TestCommand':
        return within({why: ground.why ?? 'arithmetic'});
      case 'ArithmeticFor':
        putRaw({pos: node.pos, end: node.body.pos}, 'arithmetic');
        return walk(node.body, ground);
      case 'ArithmeticCommand':
      case 'ArithmeticExpansion':
        return putRaw(node, 'arithmetic');
      case 'SimpleExpansion':
      case 'ParameterExpansion':
        return walkExpansion(node, {ground: {...ground, why: ground.why ?? 'unquoted'}});
      case 'CommandExpansion':
      case 'ProcessSubstitution':
        return walkSubstitution(node, ground);
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        return putRaw(node, ground.why ?? 'single-quotes');
      default:
        return within({});
    }
  }

  function walkCommand(command: Command, ground: Ground): void {
    const args = command.name === undefined ? [] : [command.name, ...command.args];
    const known = args.map((arg) => (arg.type === 'Word' ? knownWord(arg) : {text: undefined, lead: `${arg.name}=`}));
    const verdicts = judgeWords(known, functions);
    const program = programOf(known);
    const isCarrier = program === undefined || carriers.has(program);
    const carried = command.redirects.some(hasProcess) ? 'piped-on' : ground.carried;
    const own: Ground = {why: ground.why ?? (isCarrier ? carried : undefined)};
    for (const part of command.prefix) if (part.type === 'Assignment') walk(part, ground);
    args.forEach((arg, at) => {
      const why = own.why ?? verdicts[at];
      if (arg.type === 'Word') walkWord(arg, {carried: ground.carried, why}, true);
      else walk(arg, {...ground, why});
    });
    for (const redirect of command.redirects) walkRedirect(redirect, {why: ground.why ?? stdinWhy(redirect, program, carried)});
  }

  function walkPipeline({commands}: Pipeline, ground: Ground): void {
    commands.forEach((command, at) => {
      const programs = commands.slice(at + 1).map((later) => (later.type === 'Command' ? programOfCommand(later) : undefined));
      const isEvaluated = programs.some((program) => program !== undefined && evaluators.has(program));
      const isData =
        programs.every((program) => program !== undefined && readsData.has(program)) && !commands.slice(at + 1).some(hasProcess);
      walk(command, {
        why: ground.why ?? (isEvaluated ? 'piped-on' : undefined),
        carried: ground.carried ?? (isData ? undefined : 'piped-on'),
      });
    });
  }

  function walkRedirect(redirect: Redirection, ground: Ground): void {
    if (redirect.type === 'HereDoc') return walkHereDocument(redirect, ground);
    if (redirect.target === undefined) return;
    const reads = redirect.type === 'HereString' || redirect.operator === '<';
    walkWord(redirect.target, {...ground, why: ground.why ?? (reads ? undefined : 'redirect'), carried: ground.carried ?? 'piped-on'});
  }

  function walkHereDocument({delimiter, body}: HereDoc, ground: Ground): void {
    if (delimiter?.quoted !== false || body.parts === undefined) return putRaw(body, ground.why ?? 'single-quotes');
    for (const part of body.parts) {
      if (part.type === 'SimpleExpansion' || part.type === 'ParameterExpansion') {
        const breaks = hereDocumentBreaks(source, {line: part.pos, delimiter: delimiter.value, body, parts: body.parts});
        walkExpansion(part, {ground: {...ground, why: ground.why ?? (breaks ? 'delimiter' : undefined)}, context: 'heredoc'});
      } else if (part.type !== 'Literal') walk(part, {...ground, why: ground.why ?? 'substitution-in-heredoc'});
    }
  }

  /** @param isArgument an option may stand before the parameter in the same word. */
  function walkWord({parts}: Word, ground: Ground, isArgument = false): void {
    if (parts === undefined) return;
    const isGlob = parts.some(({type}) => type === 'Glob' || type === 'ExtendedGlob' || type === 'BraceExpansion');
    let before = '';
    let isKnown = true;
    const next = (): Ground & {readonly isFirst: boolean} => {
      const option = isArgument && isKnown ? optionWhy(before) : undefined;
      return {...ground, why: ground.why ?? (isGlob ? 'glob' : option), isFirst: isKnown ? before === '' : /^-*$/.test(before)};
    };
    for (const [at, part] of parts.entries()) {
      if (part.type === 'Literal' || part.type === 'SingleQuoted' || part.type === 'AnsiCQuoted') {
        if (part.type !== 'Literal') walk(part, ground);
        before += part.value;
        continue;
      }
      if (part.type !== 'DoubleQuoted') {
        walk(
          part,
          part.type === 'CommandExpansion'
            ? unquoted(next())
            : part.type === 'LocaleString'
              ? {...ground, why: ground.why ?? 'expansion'}
              : next(),
        );
        isKnown = false;
        continue;
      }
      const [only, ...others] = part.parts;
      const isWhole = at === 0 && others.length === 0 && (only?.type === 'SimpleExpansion' || only?.type === 'ParameterExpansion');
      for (const child of part.parts) {
        if (child.type === 'Literal') before += child.value;
        else {
          const {isFirst, ...here} = next();
          if (child.type !== 'SimpleExpansion' && child.type !== 'ParameterExpansion') walk(child, here);
          else
            walkExpansion(child, {
              ground: here,
              context: isWhole ? 'word' : isFirst ? 'double-first' : 'double',
              ...(isWhole && {range: part}),
            });
          isKnown = false;
        }
      }
    }
  }

  function walkExpansion(
    part: Extract<WordPart, {type: 'SimpleExpansion' | 'ParameterExpansion'}>,
    {
      ground,
      context = 'never',
      range = part,
    }: {readonly ground: Ground; readonly context?: Context; readonly range?: {readonly pos: number; readonly end: number}},
  ): void {
    const name = part.type === 'SimpleExpansion' ? part.text.slice(1) : part.parameter;
    const isPlain = part.type === 'SimpleExpansion' || part.text === `\${${name}}`;
    if (isPlain) put(name, {context, from: range.pos, to: range.end, why: ground.why});
    else if (declared.has(name)) put(name, {context: 'never', from: part.pos, to: part.end, why: ground.why ?? 'expansion'});
    else putRaw({pos: part.pos + 2 + name.length, end: part.end}, ground.why ?? 'expansion');
  }

  function walkSubstitution(part: Extract<WordPart, {type: 'CommandExpansion' | 'ProcessSubstitution'}>, {why, carried}: Ground): void {
    if (part.type === 'CommandExpansion' && !part.text.startsWith('$(')) return putRaw(part, 'backticks');
    if (part.script === undefined) return putRaw(part, 'expansion');
    const hard = why !== undefined && !speaksOfValueOnly.has(why) ? why : undefined;
    return walk(part.script, {why: hard, carried: why ?? carried});
  }

  walk(script, {});
  return places.toSorted((a, b) => a.from - b.from);
}

function unquoted(ground: Ground): Ground {
  return {...ground, why: ground.why ?? 'unquoted'};
}

function programOfCommand({name, args}: Command): string | undefined {
  return name === undefined
    ? undefined
    : programOf([name, ...args].map((arg) => (arg.type === 'Word' ? knownWord(arg) : {text: undefined, lead: ''})));
}

/** Text of a here-document is filled only for a program that reads it as data. */
function stdinWhy(redirect: Redirection, program: string | undefined, carried?: string): string | undefined {
  if (redirect.type === 'Redirect') return undefined;
  return program !== undefined && readsData.has(program) ? carried : 'stdin-is-code';
}

function optionWhy(before: string): string | undefined {
  if (before.startsWith('-') && !before.includes('=')) return 'option-name';
  if (decidingOption.test(before.replace(/=.*$/s, ''))) return 'option-decides';
  return /(?:jsonpath|template|columns)[\w-]*=/.test(before) ? 'program-text' : undefined;
}

function hasProcess(node: SyntaxNode): boolean {
  if (node.type === 'ProcessSubstitution' && node.operator === '>') return true;
  let found = false;
  forEachChild(node, (child) => (found ||= hasProcess(child)));
  return found;
}

/**
 * Whether a loop may go over a value: each mention of its variable is a place that could be filled itself. Not when the variable means something
 * to a shell: `path` is where zsh looks for programs.
 */
function isSafeLoop({source, name, depth}: {readonly source: string; readonly name: string; readonly depth: number}): boolean {
  if (
    depth > 2 ||
    !/^[a-z][a-z0-9_]*$/.test(name) ||
    /path$|^(?:prompt|argv|status|fignore|histchars|options|functions|aliases|commands)$/.test(name)
  )
    return false;
  const renamed = source.replaceAll(
    new RegExp(String.raw`\bfor(\s+)${name}\b`, 'g'),
    (_, gap: string) => `for${gap}${'_'.repeat(name.length)}`,
  );
  const places = shellPlaces(renamed, [name], depth + 1);
  const mentions = [...renamed.matchAll(new RegExp(String.raw`(?<![\w-])${name}(?![\w-])`, 'g'))].length;
  return places.length === mentions && places.every(({context}) => context !== 'never');
}
