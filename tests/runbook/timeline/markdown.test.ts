import {describe, expect, it} from 'vitest';
import {readBlocks} from '../../../src/runbook/timeline/block.ts';
import {toCards, toMarkdown} from '../../../src/runbook/timeline/markdown.ts';
import {sayLocal} from '../../../src/runbook/timeline/moments.ts';
import {remark} from './read-mdx.ts';
import {entryAt, incident} from './samples.ts';

const zone = 'Asia/Tokyo';

describe('a timeline for a postmortem', () => {
  it('says when, in UTC and local time, and what', () => {
    const [above] = toMarkdown(incident, {language: 'en', zone}).split('For the import');
    expect(above).toMatchInlineSnapshot(`
      "## Timeline

      KubePodCrashLooping

      - **2026-11-21 18:11:00 UTC** (2026-11-22 03:11:00 +09:00) Opened [pod-crash-looping](/runbooks/pod-crash-looping)
      - **2026-11-21 18:11:30 UTC** (2026-11-22 03:11:30 +09:00) Command copied: See how many copies are left

        \`\`\`text
        kubectl -n 'prod' get pods | grep "a\`b"
        \`\`\`

      - **2026-11-21 18:12:07 UTC** (2026-11-22 03:12:07 +09:00) Done: See how many copies are left
      - **2026-11-21 18:13:00 UTC** (2026-11-22 03:13:00 +09:00) Live value: alert\\:KubePodCrashLooping ok → firing
      - **2026-11-21 18:14:00 UTC** (2026-11-22 03:14:00 +09:00) limit \\{memory\\} is \\<too\\> small \\
        second line

      "
    `);
  });

  it('is written in Japanese too', () => {
    const [above] = toMarkdown(incident, {language: 'ja', zone}).split('別の端末');
    expect(above).toMatchInlineSnapshot(`
      "## タイムライン

      KubePodCrashLooping

      - **2026-11-21 18:11:00 UTC** (2026-11-22 03:11:00 +09:00) [pod-crash-looping](/runbooks/pod-crash-looping) を開いた
      - **2026-11-21 18:11:30 UTC** (2026-11-22 03:11:30 +09:00) コマンドをコピー：See how many copies are left

        \`\`\`text
        kubectl -n 'prod' get pods | grep "a\`b"
        \`\`\`

      - **2026-11-21 18:12:07 UTC** (2026-11-22 03:12:07 +09:00) 済み：See how many copies are left
      - **2026-11-21 18:13:00 UTC** (2026-11-22 03:13:00 +09:00) ライブの値：alert\\:KubePodCrashLooping ok → firing
      - **2026-11-21 18:14:00 UTC** (2026-11-22 03:14:00 +09:00) limit \\{memory\\} is \\<too\\> small \\
        second line

      "
    `);
  });

  it('ends with what another device reads', () => {
    expect(readBlocks(toMarkdown(incident, {language: 'en', zone}))).toEqual({kind: 'read', incidents: [incident]});
  });

  it('is a page that builds, with commands that no backtick can break', () => {
    const text = '```\n</details>\n{process.exit()}\n````';
    const {kinds, codes} = remark(
      toMarkdown({...incident, title: '<b>{x', entries: [entryAt('01:00:00', {kind: 'copied', text})]}, {language: 'en', zone}),
    );
    expect(kinds).toEqual(['heading', 'paragraph', 'list', 'paragraph', 'code']);
    expect(codes[0]).toBe(text);
  });
});

describe('cards of a board', () => {
  it('are a line each, notes first, without what only led there', () => {
    expect(toCards(incident, {language: 'en'})).toMatchInlineSnapshot(`
      "- 18:14 UTC limit {memory} is <too> small second line
      - 18:12 UTC Done: See how many copies are left
      - 18:13 UTC Live value: alert:KubePodCrashLooping ok → firing
      "
    `);
  });
});

describe('local time', () => {
  it.each([
    ['Asia/Tokyo', '2026-11-22 03:12:07 +09:00'],
    ['America/New_York', '2026-11-21 13:12:07 -05:00'],
    ['Asia/Kathmandu', '2026-11-21 23:57:07 +05:45'],
    ['UTC', undefined],
  ])('in %s has its offset', (where, said) => {
    expect(sayLocal('2026-11-21T18:12:07.250Z', where)).toBe(said);
  });
});
