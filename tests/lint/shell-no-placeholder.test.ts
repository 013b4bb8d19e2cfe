import {describe, expect, it} from 'vitest';
import {shellNoPlaceholder} from '../../src/lint/remark/shell-no-placeholder.ts';
import {lintText} from '../support/lint.ts';

const accepted = [
  '```bash\nkubectl -n "$NAMESPACE" get pod "$POD"\n```\n',
  '```bash\nopenssl s_client -connect "$HOST:443" </dev/null 2>/dev/null\n```\n',
  '```bash\ncat <<EOF >out\ntext\nEOF\ndiff <(sort a) <(sort b)\n```\n',
  '```text\nkubectl get pod <pod>\n```\n',
  '```console\n$ kubectl get svc\nweb <none> <pending>\n```\n',
  `\`\`\`bash\nkubectl get svc | grep '<none>'\n\`\`\`\n`,
  '```bash\ncat >page.xml <<EOF\n<page>text</page>\nEOF\n```\n',
];
const refused = [
  {
    text: '```bash\nkubectl delete pod <pod>\n```\n',
    messages: ['2:20 Unexpected placeholder <pod>, expected a shell variable such as "$POD"'],
  },
  {
    text: '```sh\nkubectl -n <name space> logs <pod-name>\n```\n',
    messages: [
      '2:12 Unexpected placeholder <name space>, expected a shell variable such as "$NAME_SPACE"',
      '2:30 Unexpected placeholder <pod-name>, expected a shell variable such as "$POD_NAME"',
    ],
  },
  {
    text: '```console\n$ kubectl get pod <namespace/pod>\n<none>\n```\n',
    messages: ['2:19 Unexpected placeholder <namespace/pod>, expected a shell variable such as "$NAMESPACE_POD"'],
  },
  {
    text: '1. Step\n\n   ```bash\n   ls\n   ls "<フォルダー>"\n   ```\n',
    messages: ['5:8 Unexpected placeholder <フォルダー>, expected a shell variable such as "$フォルダー"'],
  },
  {
    text: '```bash\nkubectl get pod ＜ポッド名＞\n```\n',
    messages: ['2:17 Unexpected placeholder ＜ポッド名＞, expected a shell variable such as "$ポッド名"'],
  },
];

describe('shell-no-placeholder', () => {
  it.each(accepted)('accepts %j', async (text) => {
    expect(await lintText(shellNoPlaceholder, text)).toEqual([]);
  });
  it.each(refused)('refuses $text', async ({text, messages}) => {
    expect(await lintText(shellNoPlaceholder, text)).toEqual(messages);
  });
});
