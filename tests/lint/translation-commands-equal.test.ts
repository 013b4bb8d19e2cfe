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
