import {describe, expect, it} from 'vitest';
import {shellNoPrompt} from '../../src/lint/remark/shell-no-prompt.ts';
import {lintText} from '../support/lint.ts';

const accepted = [
  '```bash\nkubectl get pods\n```\n',
  '```bash\n# Read only.\necho "$HOME"\n```\n',
  '```sh\n"$KUBECTL" get pods\n$KUBECTL get pods\n```\n',
  '```text\n$ kubectl get pods\n```\n',
  '```console\n$ kubectl get pods\nNAME READY\n```\n',
  '```shell-session\n# ls\n```\n',
];
const refused = [
  {text: '```bash\n$ kubectl get pods\n```\n', messages: ['2:1 Unexpected prompt "$" before a command, expected the command alone']},
  {text: '```sh\nls\n  % ls\n```\n', messages: ['3:3 Unexpected prompt "%" before a command, expected the command alone']},
  {
    text: '```shell\nroot@web-1:/srv# ls\n```\n',
    messages: ['2:1 Unexpected prompt "root@web-1:/srv#" before a command, expected the command alone'],
  },
  {
    text: '```dash\n[root@web-1 ~]# ls\n❯ ls\n```\n',
    messages: [
      '2:1 Unexpected prompt "[root@web-1 ~]#" before a command, expected the command alone',
      '3:1 Unexpected prompt "❯" before a command, expected the command alone',
    ],
  },
  ...['bash-5.1$', '/ #', '~ $', 'PS C:\\>', 'web-1:~$', 'mysql>', '(base) $', '＄'].map((prompt) => ({
    text: `\`\`\`bash\n${prompt} ls a\n\`\`\`\n`,
    messages: [`2:1 Unexpected prompt ${JSON.stringify(prompt)} before a command, expected the command alone`],
  })),
  {text: '- Step\n\n  ```bash\n  $ ls\n  ```\n', messages: ['4:3 Unexpected prompt "$" before a command, expected the command alone']},
];

describe('shell-no-prompt', () => {
  it.each(accepted)('accepts %j', async (text) => {
    expect(await lintText(shellNoPrompt, text)).toEqual([]);
  });
  it.each(refused)('refuses $text', async ({text, messages}) => {
    expect(await lintText(shellNoPrompt, text)).toEqual(messages);
  });
});
