import {describe, expect, it} from 'vitest';
import {readConsole} from '../../../src/runbook/commands/console.ts';

const read = (text: string, lang?: string): string[] | undefined => readConsole(text, lang)?.map((part) => `${part.kind}: ${part.text}`);

describe('readConsole', () => {
  it('tells prompts, commands and output apart', () => {
    expect(read('$ ls\na  b\n$ pwd\n/tmp\n')).toEqual([
      'prompt: $ ',
      'command: ls\n',
      'output: a  b\n',
      'prompt: $ ',
      'command: pwd\n',
      'output: /tmp\n',
    ]);
  });

  it.each([
    ['$ ls \\\n> -l\nout', ['prompt: $ ', 'command: ls \\\n-l\n', 'output: out']],
    ['$ cat <<EOF\n> a\n> EOF\nout', ['prompt: $ ', 'command: cat <<EOF\na\nEOF\n', 'output: out']],
    ['$ if true; then\n  ls\nfi\nout', ['prompt: $ ', 'command: if true; then\n  ls\nfi\n', 'output: out']],
    ['me@host:~$ ls', ['prompt: me@host:~$ ', 'command: ls']],
    ['[root@host ~]# ls', ['prompt: [root@host ~]# ', 'command: ls']],
    ['❯ ls', ['prompt: ❯ ', 'command: ls']],
  ])('keeps the lines of a command together: %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('takes # for a prompt in a console only', () => {
    expect(read('# ls\nout')).toBeUndefined();
    expect(read('# ls\nout', 'console')).toEqual(['prompt: # ', 'command: ls\n', 'output: out']);
  });

  it('leaves a fence without prompts alone', () => {
    expect(read('echo "$ 5" # $ ls\nls "$X"')).toBeUndefined();
  });
});
