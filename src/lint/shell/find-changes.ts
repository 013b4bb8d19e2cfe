import {forEachChild, parse, type Assignment, type Command, type Redirection, type SyntaxNode} from 'unbash';
import {knownWord} from '../../runbook/commands/shell-words.ts';
import {changeOf} from './change-of.ts';
import type {Words} from './command-line.ts';

/** A command that changes something. */
export interface Change {
  /** What it is called, such as `kubectl delete`. */
  readonly what: string;
  /** Offsets in the script, from 0. */
  readonly from: number;
  readonly to: number;
}

/** Most shells within shells that are looked into. */
const deepest = 4;

/**
 * The commands of a script that change something, by their parsed words and not by what they look like: lists, pipelines, substitutions, functions,
 * `sudo`, `xargs`, `sh -c '…'`, `ssh host …` and `kubectl exec … --` are walked through. What is only known when it runs is not found.
 */
export function findChanges(text: string, depth = 0): Change[] {
  const changes: Change[] = [];
  const known = new Map<string, string>();
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Command') {
      const what =
        changeOf(wordsOf(node, known), {input: inputOf(node), within: (inner) => within(inner, depth)}) ?? writeOf(node.redirects);
      if (what !== undefined) changes.push({what, from: node.pos, to: endOf(node)});
    }
    if (node.type === 'Assignment') remember(node, known);
    if (node.type === 'Pipeline') changes.push(...changesOfPipe(node.commands, depth));
    forEachChild(node, visit);
  };
  visit(parse(text));
  return changes.toSorted((a, b) => a.from - b.from);
}

function within(text: string, depth: number): string | undefined {
  return depth < deepest ? findChanges(text, depth + 1)[0]?.what : undefined;
}

/** `echo "DELETE …" | psql`, `echo 'rm -r …' | sh`: what is printed is what the next one runs. */
function changesOfPipe(commands: readonly SyntaxNode[], depth: number): Change[] {
  return commands.flatMap((node, at) => {
    const before = commands[at - 1];
    if (node.type !== 'Command' || before?.type !== 'Command') return [];
    const [name, ...printed] = wordsOf(before);
    const isAwk = name !== undefined && /^[gm]?awk$/.test(name);
    if ((name !== 'echo' && name !== 'printf' && !isAwk) || printed.includes(undefined)) return [];
    // What awk prints is known as far as it stands in its strings.
    const input = isAwk ? [...printed.join(' ').matchAll(/"([^"]*)"/g)].map(([, text]) => text).join('\n') : printed.join(' ');
    const what = changeOf(wordsOf(node), {input, within: (inner) => within(inner, depth)});
    return what === undefined || changeOf(wordsOf(node), {input: undefined, within: () => undefined}) === what
      ? []
      : [{what, from: before.pos, to: endOf(node)}];
  });
}

/** What a script sets its own variables to, such as `K="kubectl -n prod"`; a file that `mktemp` makes is one of its own. */
function remember({name, value}: Assignment, known: Map<string, string>): void {
  known.delete(name);
  if (value?.type !== 'Word') return;
  const text = value.text.startsWith('$(mktemp') ? '/tmp/_' : knownWord(value).text;
  if (text !== undefined) known.set(name, text);
}

function wordsOf({name, args}: Command, known: ReadonlyMap<string, string> = new Map()): Words {
  if (name === undefined) return [];
  const [first, ...rest] = [name, ...args].map((word) => known.get(/^"?\$\{?(\w+)\}?"?$/.exec(word.text)?.[1] ?? '') ?? knownText(word));
  return name.text.startsWith('$') ? [...(first?.trim().split(/\s+/) ?? [first]), ...rest] : [first, ...rest];
}

/** The text of a word; with a variable in it what stands before and behind, because `delete "pod/$POD"` deletes whatever the pod. */
function knownText(word: Parameters<typeof knownWord>[0]): string | undefined {
  const {text, lead} = knownWord(word);
  if (text !== undefined) return text;
  if (lead === '') return word.type === 'Word' && /\s/.test(word.text) ? word.text.replace(/^"|"$/g, '') : undefined;
  return word.type === 'Word' ? word.text.replace(/^"|"$/g, '') : lead;
}

/** What stands in its here-document or here-string. */
function inputOf({redirects}: Command): string | undefined {
  for (const redirect of redirects) {
    if (redirect.type === 'HereDoc') return redirect.body.text;
    if (redirect.type === 'HereString' && redirect.target !== undefined) return knownText(redirect.target);
  }
  return undefined;
}

/** Output that goes into the settings, the logs or the data of a machine. */
function writeOf(redirects: readonly Redirection[]): string | undefined {
  for (const redirect of redirects) {
    if (redirect.type !== 'Redirect' || !redirect.operator.includes('>') || redirect.target === undefined) continue;
    const {lead} = knownWord(redirect.target);
    if (/^\/(?:etc|proc|sys|var\/(?:log|lib|spool)|dev\/(?:sd|nvme|vd|xvd|mapper)\w*)\b/.test(lead)) return `${redirect.operator} ${lead}`;
  }
  return undefined;
}

/** Without its here-document, which stands on other lines. */
function endOf(node: Command): number {
  return Math.max(...[node.name, ...node.args].flatMap((word) => (word === undefined ? [] : [word.end])), node.pos + 1);
}
