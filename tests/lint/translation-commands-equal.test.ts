import {describe, expect, it} from 'vitest';
import {translationCommandsEqual} from '../../src/lint/catalog/translation-commands-equal.ts';
import {lintFiles, page} from '../support/lint.ts';
import {ja} from '../support/sample.ts';

const check = (original: string, translation: string): string[] =>
  lintFiles(translationCommandsEqual, {'docs/a.mdx': original, [`${ja}/a.mdx`]: translation});
const commands = '```bash\nls\ncd "$DIR"\n```\n\n```text\nfound\n```\n\n```promql\nup\n```\n';

describe('translation-commands-equal', () => {
  it('accepts equal commands among other words and other samples', () => {
    expect(check(`Text.\n\n${commands}`, `文。\n\n${commands.replace('found', 'あった')}`)).toEqual([]);
  });

  it('accepts another title, description, impact and symptoms', () => {
    const more = 'impact: a\nsymptoms: [b]\n';
    expect(
      check(page('runbook', 'Text.', more), page('runbook', '文。', 'impact: あ\nsymptoms: [い]\n').replace('A page', 'ページ')),
    ).toEqual([]);
  });

  it('accepts the same computed value elsewhere in the page', () => {
    expect(check('<Term id={"a"} />\n', '長い文。\n\n<Term id={"a"} />\n')).toEqual([]);
  });

  const refused = [
    {
      name: 'a command that differs',
      translation: commands.replace('"$DIR"', '"$FOLDER"'),
      messages: [String.raw`${ja}/a.mdx:3:1 Unexpected "cd \"$FOLDER\"", expected "cd \"$DIR\"" as in docs/a.mdx:1`],
    },
    {
      name: 'a line that is missing',
      translation: commands.replace('\ncd "$DIR"', ''),
      messages: [String.raw`${ja}/a.mdx:3:1 Unexpected an end, expected "cd \"$DIR\"" as in docs/a.mdx:1`],
    },
    {
      name: 'another language of the fence',
      translation: commands.replace('```bash', '```sh'),
      messages: [`${ja}/a.mdx:1:1 Unexpected "sh", expected "bash" as in docs/a.mdx:1`],
    },
    {
      name: 'a fence that is missing',
      translation: commands.replace('```promql\nup\n```\n', ''),
      messages: [`${ja}/a.mdx:1:1 Unexpected page without the promql fence of docs/a.mdx:10, expected the same commands`],
    },
    {
      name: 'one fence more',
      translation: `${commands}\n\`\`\`sql\nselect 1\n\`\`\`\n`,
      messages: [`${ja}/a.mdx:14:1 Unexpected sql fence, expected none, as in docs/a.mdx`],
    },
  ];
  it.each(refused)('refuses $name', ({translation, messages}) => {
    expect(check(commands, translation)).toEqual(messages);
  });

  const step = (props = '', rest = ''): string =>
    `<Steps>\n<Step id="a" kind="check" title="A"${props}>\n\nText.\n\n<Expect match="x">\n\nIt.\n\n</Expect>\n<Otherwise goto="a" when="No" />\n${rest}</Step>\n</Steps>\n`;
  it('accepts steps that say the same in other words', () => {
    const translation = step().replace('title="A"', 'title="あ"').replace('when="No"', 'when="違う"');
    expect(check(step(), translation)).toEqual([]);
  });

  it('accepts other words in another order of the sentence', () => {
    const [a, b] = ['<ServiceStatus service="a" />', '<ServiceStatus service="b" />'];
    expect(check(`See ${a} and ${b}.\n`, `${b}と${a}です。\n`)).toEqual([]);
  });

  const words = [
    {
      name: 'another id',
      original: step(),
      translation: step().replace('id="a"', 'id="b"'),
      messages: [`${ja}/a.mdx:2:1 Unexpected <Step id="b" kind="check">, expected <Step id="a" kind="check"> as in docs/a.mdx:2`],
    },
    {
      name: 'another kind',
      original: step(),
      translation: step().replace('"check"', '"change"'),
      messages: [`${ja}/a.mdx:2:1 Unexpected <Step id="a" kind="change">, expected <Step id="a" kind="check"> as in docs/a.mdx:2`],
    },
    {
      name: 'another pattern',
      original: step(),
      translation: step().replace('match="x"', 'match="y"'),
      messages: [`${ja}/a.mdx:6:1 Unexpected <Expect match="y">, expected <Expect match="x"> as in docs/a.mdx:6`],
    },
    {
      name: 'another target',
      original: step(),
      translation: step().replace('goto="a"', 'goto="b"'),
      messages: [`${ja}/a.mdx:11:1 Unexpected <Otherwise goto="b">, expected <Otherwise goto="a"> as in docs/a.mdx:11`],
    },
    {
      name: 'an undo where there is none',
      original: step(),
      translation: step('', '<Undo none="いらない" />\n'),
      messages: [`${ja}/a.mdx:12:1 Unexpected <Undo none>, expected none as in docs/a.mdx`],
    },
    {
      name: 'a whole step that is missing, once',
      original: step('', '\n```bash\nls\n```\n'),
      translation: '文。\n',
      messages: [`${ja}/a.mdx:1:1 Unexpected page without <Steps>, expected it as in docs/a.mdx:1`],
    },
    {
      name: 'another service',
      original: '<ServiceStatus service="a" />\n',
      translation: '<ServiceStatus service="b" />\n',
      messages: [`${ja}/a.mdx:1:1 Unexpected <ServiceStatus service="b">, expected <ServiceStatus service="a"> as in docs/a.mdx:1`],
    },
    {
      name: 'another command in a session',
      original: '```console\n$ ls\n```\n',
      translation: '```console\n$ ps\n```\n',
      messages: [`${ja}/a.mdx:2:1 Unexpected "$ ps", expected "$ ls" as in docs/a.mdx:1`],
    },
  ];
  it.each(words)('refuses $name', ({original, translation, messages}) => {
    expect(check(original, translation)).toEqual(messages);
  });

  it('refuses machine fields that differ, or that one side lacks', () => {
    const original = page('runbook', 'Text.', 'alerts: [A]\nescalate_after_minutes: 15\n');
    const translation = page('runbook', '文。', 'alerts: [B]\n').replace('status: adopted', 'status: draft');
    expect(check(original, translation)).toEqual([
      `${ja}/a.mdx:2:1 Unexpected escalate_after_minutes: nothing, expected 15 as in docs/a.mdx`,
      `${ja}/a.mdx:6:1 Unexpected status: "draft", expected "adopted" as in docs/a.mdx`,
      `${ja}/a.mdx:7:1 Unexpected alerts: ["B"], expected ["A"] as in docs/a.mdx`,
    ]);
  });
});
