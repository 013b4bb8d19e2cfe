import {describe, expect, it} from 'vitest';
import {shellParamsQuoted} from '../../src/lint/remark/shell-params-quoted.ts';
import {lintText, page} from '../support/lint.ts';

const params = 'params:\n  - {name: POD, label: pod, example: a}\n  - {name: NAMESPACE, label: namespace, example: b}\n';
const fence = (text: string, lang = 'bash'): string => `\`\`\`${lang}\n${text}\n\`\`\``;
const of = (body: string, kind = 'runbook'): string => page(kind, body, params);

const accepted = [
  of(fence('kubectl -n "$NAMESPACE" get pod "$POD"')),
  of(fence('kubectl get events --field-selector "involvedObject.name=${POD}" | tail -n 5')),
  of(fence('up{pod="$POD"}', 'promql')),
  of(fence("select 1 from pods where name = '$POD'", 'sql')),
  of(fence('https://grafana.example/d/pods?var-pod=$POD', 'url')),
  of(fence('$POD', 'text')),
  of(fence('echo $HOME')),
  of(fence('kubectl get pod $POD'), 'reference'),
  page('runbook', fence('kubectl get pod $POD')),
];
const refused = [
  {
    text: fence('kubectl -n "$NAMESPACE" get pod $POD'),
    messages: ['13:33 Unexpected $POD that is never filled (it has no double quotes around it), expected "$POD"'],
  },
  {
    text: fence("kubectl get pod '$POD'"),
    messages: ['13:18 Unexpected $POD that is never filled (it stands in single quotes or in text that is kept as it is), expected "$POD"'],
  },
  {
    text: fence("cat <<'EOF'\n$POD\nEOF"),
    messages: ['14:1 Unexpected $POD that is never filled (it stands in single quotes or in text that is kept as it is), expected "$POD"'],
  },
  {
    text: fence('sh -c "kubectl get pod $POD"'),
    messages: [
      '13:24 Unexpected $POD that is never filled (the command uses a program that is not on the list of known tools), expected "$POD" where it can only be data',
    ],
  },
  {
    text: fence('kubectl get pod "$POD" "$NAMESPACE" | sh'),
    messages: [
      '13:18 Unexpected $POD that is never filled (what is printed goes to a program that may run it), expected "$POD" where it can only be data',
    ],
  },
  {text: fence('up{pod="a"} > $POD', 'promql'), messages: []},
  {
    text: fence("select '$POD' -- it's\nfrom $POD", 'sql'),
    messages: ['14:6 Unexpected $POD that is never filled (it stands outside a string), expected $POD within a string'],
  },
  {
    text: fence('https://$POD/', 'url'),
    messages: ['13:9 Unexpected $POD that is never filled (the value would choose the host), expected $POD behind the host'],
  },
  {
    text: fence('$ kubectl get pod $POD', 'console'),
    messages: ['13:19 Unexpected $POD that is never filled (it has no double quotes around it), expected "$POD"'],
  },
];

describe('shell-params-quoted', () => {
  it.each(accepted)('accepts %j', async (text) => {
    expect(await lintText(shellParamsQuoted, text)).toEqual([]);
  });
  it.each(refused)('refuses $text', async ({text, messages}) => {
    expect(await lintText(shellParamsQuoted, of(text))).toEqual(messages);
  });
});
