import {describe, expect, it} from 'vitest';
import {shellParses} from '../../src/lint/remark/shell-parses.ts';
import {lintText} from '../support/lint.ts';

const fence = (text: string, lang = 'bash'): string => `\`\`\`${lang}\n${text}\n\`\`\`\n`;
const accepted = [
  fence('kubectl -n "$NAMESPACE" get pods | sort &&\n  echo done'),
  fence('for pod in a b; do\n  kubectl get pod "$pod"\ndone'),
  fence('kubectl delete pod <pod>'),
  fence('cat <<EOF\n"\nEOF'),
  fence('$ ls\nit is "not\n$ ps', 'console'),
  fence('if true; then', 'text'),
  fence('up == 0'),
  fence('echo \'it is “new”\' "a – b" # “a”'),
  fence('ls \\\n  -l a\\ b'),
];
const refused = [
  {text: fence('ls\necho "a'), messages: ['3:6 Unexpected unterminated double quote, expected a command that bash can parse']},
  {text: fence('ls | | sort'), messages: ["2:5 Unexpected command that bash cannot parse, expected command after '|'"]},
  {text: fence('ls )', 'sh'), messages: ["2:4 Unexpected token ')', expected a command that bash can parse"]},
  {text: fence('if true; then\n  ls', 'zsh'), messages: ["3:5 Unexpected command that bash cannot parse, expected 'fi' to close 'if'"]},
  {text: fence('ls <pod\nx> "'), messages: ['3:4 Unexpected unterminated double quote, expected a command that bash can parse']},
  {text: fence('$ ls\na\n$ ls )\nb', 'console'), messages: ["4:6 Unexpected token ')', expected a command that bash can parse"]},
  {
    text: `- Step\n\n  ${fence('ls )').replaceAll('\n', '\n  ').trimEnd()}\n`,
    messages: ["4:6 Unexpected token ')', expected a command that bash can parse"],
  },
  {text: fence('cat <<EOF\na'), messages: ['2:5 Unexpected unterminated here-document, expected a command that bash can parse']},
  {text: fence('sum by (pod) (rate(errors[5m]))'), messages: ['1:1 Unexpected PromQL in a bash fence, expected it in a promql fence']},
  {text: fence('up{job="api"} == 0'), messages: ['1:1 Unexpected PromQL in a bash fence, expected it in a promql fence']},
  {
    text: fence('NAME    READY   STATUS\nweb-1   1/1     Running'),
    messages: ['1:1 Unexpected output in a bash fence, expected it in a text fence'],
  },
  {text: fence('kubectl get “pods”'), messages: ['2:13 Unexpected typographic sign “, expected a command that bash can parse']},
  {text: fence('kubectl –n a get pods'), messages: ['2:9 Unexpected typographic sign –, expected a command that bash can parse']},
  {
    text: fence('ls \\ \n  -l'),
    messages: ['2:4 Unexpected space behind the backslash that ends the line, expected a command that bash can parse'],
  },
  {text: fence('SELECT 1 FROM a;'), messages: ['1:1 Unexpected SQL in a bash fence, expected it in a sql fence']},
  {text: fence('apiVersion: v1\nkind: Pod'), messages: ['1:1 Unexpected YAML in a bash fence, expected it in a yaml fence']},
  {text: fence('{"a": [1]}', 'sh'), messages: ['1:1 Unexpected JSON in a sh fence, expected it in a json fence']},
];

describe('shell-parses', () => {
  it.each(accepted)('accepts %j', async (text) => {
    expect(await lintText(shellParses, text)).toEqual([]);
  });
  it.each(refused)('refuses $text', async ({text, messages}) => {
    expect(await lintText(shellParses, text)).toEqual(messages);
  });
});
