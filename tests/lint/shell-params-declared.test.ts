import {describe, expect, it} from 'vitest';
import {shellParamsDeclared} from '../../src/lint/remark/shell-params-declared.ts';
import {lintText, page} from '../support/lint.ts';

const param = 'params:\n  - {name: POD, label: pod, example: a}\n';
const use = '```bash\nkubectl get pod "$POD"\n```\n\n';
const fence = (text: string, lang = 'bash'): string => `${use}\`\`\`${lang}\n${text}\n\`\`\``;

const accepted = [
  page('runbook', fence('echo "$HOME" "$POD" "${LC_ALL}" "$lower"'), param),
  page('runbook', fence('NODE=$(hostname)\necho "$NODE"'), param),
  page('runbook', fence('for NODE in a b; do echo "$NODE"; done\nread -r NAME REST <file\necho "$NAME$REST"'), param),
  page('runbook', fence('export TOKEN=a\ncurl -H "X: $TOKEN" "${URL:-https://a.example}"'), param),
  page('runbook', fence(`awk '{print $NF, $NR}' a; echo '$OTHER'`), param),
  page('runbook', fence("cat <<'EOF'\n$OTHER\nEOF"), param),
  page('runbook', fence('up{pod="$POD"}', 'promql'), param),
  page('runbook', fence('$OTHER', 'text'), param),
  page('runbook', fence('$ NODE=a\n$ echo "$NODE"', 'console'), param),
  page('reference', fence('echo "$OTHER"')),
];
const refused = [
  {
    name: 'a variable that nothing sets, once',
    text: page('runbook', fence('echo "$OTHER" "${OTHER}"'), param),
    messages: ['16:7 Unexpected $OTHER that nothing sets, expected it in params, one of POD, or set in the same fence'],
  },
  {
    name: 'a variable that another fence sets',
    text: page('runbook', fence('NODE=a\n```\n\n```bash\necho "$NODE"'), param),
    messages: ['20:7 Unexpected $NODE that nothing sets, expected it in params, one of POD, or set in the same fence'],
  },
  {
    name: 'one in a here-document',
    text: page('runbook', fence('cat <<EOF\n$OTHER\nEOF'), param),
    messages: ['17:1 Unexpected $OTHER that nothing sets, expected it in params, one of POD, or set in the same fence'],
  },
  {
    name: 'one in PromQL',
    text: page('runbook', fence('up{pod="$OTHER"}', 'promql'), param),
    messages: ['16:9 Unexpected $OTHER that nothing sets, expected it in params, one of POD, or set in the same fence'],
  },
  {
    name: 'one in a procedure, which has no parameters',
    text: page('procedure', '```bash\necho "$OTHER"\n```'),
    messages: ['10:7 Unexpected $OTHER that nothing sets, expected it in params, or set in the same fence'],
  },
  {
    name: 'a parameter that no command uses',
    text: page('runbook', `Text with $NODE.\n\n${use}`, `${param}  - {name: NODE, label: node, example: b}\n`),
    messages: ['9:12 Unexpected parameter NODE that no command uses, expected "$NODE" in a command, or no such parameter'],
  },
];

describe('shell-params-declared', () => {
  it.each(accepted)('accepts %j', async (text) => {
    expect(await lintText(shellParamsDeclared, text)).toEqual([]);
  });
  it.each(refused)('refuses $name', async ({text, messages}) => {
    expect(await lintText(shellParamsDeclared, text)).toEqual(messages);
  });
});
