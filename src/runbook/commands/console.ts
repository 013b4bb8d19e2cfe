import {shellFaults} from './shell-faults.ts';

export interface ConsolePart {
  readonly kind: 'prompt' | 'command' | 'output';
  readonly text: string;
}

/**
 * A fence that was pasted from a terminal, with its prompts and what was printed. Undefined when it has no prompt: then all of it is command.
 *
 * `$ `, `user@host:~$ `, `[user@host ~]# ` and `❯ ` are prompts in every shell fence; `# ` only in `console` and `shell-session`, elsewhere it begins a comment. The lines
 * that a command needs to be complete belong to it, without their `> `. Lines before the first prompt are output.
 */
export function readConsole(text: string, lang = 'bash'): ConsolePart[] | undefined {
  const prompt =
    lang === 'console' || lang === 'shell-session'
      ? /^(?:(?:[\w.-]+@[^\s$#]+ ?)?[$#]|\[[\w.-]+@[^\]\n]+\][$#]|❯) /
      : /^(?:(?:[\w.-]+@[^\s$#]+ ?)?\$|\[[\w.-]+@[^\]\n]+\][$#]|❯) /;
  const lines = text.split(/(?<=\n)/);
  if (!lines.some((line) => prompt.test(line))) return undefined;
  const parts: ConsolePart[] = [];
  const add = (kind: ConsolePart['kind'], more: string): void => {
    const last = parts.at(-1);
    if (last?.kind === kind && kind !== 'prompt') parts[parts.length - 1] = {kind, text: last.text + more};
    else if (more !== '') parts.push({kind, text: more});
  };
  for (const line of lines) {
    const last = parts.at(-1);
    const [found] = prompt.exec(line) ?? [];
    if (last?.kind === 'command' && isOpen(last.text)) add('command', line.replace(/^> ?/, ''));
    else if (found === undefined) add('output', line);
    else {
      add('prompt', found);
      add('command', line.slice(found.length));
    }
  }
  return parts;
}

/** Whether a shell would wait for more. */
function isOpen(command: string): boolean {
  return command.endsWith('\\\n') || shellFaults(command).length > 0;
}
