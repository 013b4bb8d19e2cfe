import {forEachChild, parse, type Command, type SyntaxNode} from 'unbash';
import {knownWord} from '../../runbook/commands/shell-words.ts';

export interface Use {
  readonly name: string;
  /** Offsets in the script, from 0. */
  readonly from: number;
  readonly to: number;
}

/** Builtins that set the names which are written behind them. */
const setters = new Set(['read', 'mapfile', 'readarray', 'export', 'declare', 'typeset', 'local', 'readonly', 'getopts', 'unset']);
const builtIn =
  /^(?:HOME|PATH|USER|LOGNAME|PWD|OLDPWD|SHELL|HOSTNAME|HOSTTYPE|OSTYPE|LANG|LANGUAGE|LC_\w+|TERM|TMPDIR|TMP|TEMP|TZ|UID|EUID|PPID|RANDOM|SRANDOM|SECONDS|EPOCHSECONDS|EPOCHREALTIME|LINENO|COLUMNS|LINES|IFS|PS[1-4]|REPLY|OPTARG|OPTIND|PIPESTATUS|FUNCNAME|BASH\w*|ZSH\w*|EDITOR|VISUAL|PAGER|DISPLAY|XDG_\w+|SSH_\w+|SUDO_\w+|KUBECONFIG)$/;

/** Upper-case variables that a script expands and does not set itself, in order; not those that every shell or login has. */
export function unsetVariables(text: string): Use[] {
  const uses: Use[] = [];
  const set = new Set<string>();
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'SimpleExpansion' || node.type === 'ParameterExpansion') {
      const name = /^\$\{?[#!]?([A-Z][A-Z0-9_]*)\b/.exec(node.text)?.[1];
      const hasDefault = node.type === 'ParameterExpansion' && node.operation?.type === 'Default';
      if (name !== undefined && hasDefault) set.add(name);
      else if (name !== undefined) uses.push({name, from: node.pos, to: node.end});
    }
    if (node.type === 'Assignment') set.add(node.name);
    if (node.type === 'For' || node.type === 'Select') set.add(node.name.value);
    if (node.type === 'Command') for (const name of namesSetBy(node)) set.add(name);
    forEachChild(node, visit);
  };
  visit(parse(text));
  return uses.filter(({name}) => !set.has(name) && !builtIn.test(name)).toSorted((a, b) => a.from - b.from);
}

function namesSetBy({name, args}: Command): string[] {
  if (name === undefined) return [];
  const words = args.map((arg) => knownWord(arg).text ?? '');
  if (name.text === 'printf') return words[0] === '-v' ? words.slice(1, 2) : [];
  return setters.has(name.text) ? words.map((word) => word.replace(/[=[].*$/s, '')) : [];
}
