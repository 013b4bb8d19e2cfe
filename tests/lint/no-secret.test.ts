import {describe, expect, it} from 'vitest';
import {runSecretlint} from '../../src/lint/engines/secretlint.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {sayFinding} from '../support/lint.ts';
import {handbook, ja} from '../support/sample.ts';

// Put together here, so that nobody takes them for leaked ones.
const letters = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6';
const github = `ghp_${letters}`;
const password = 'hunter2hunter2';
const accessKey = ['AKIA', 'Q7RT5MVX2LPN8KWD'].join('');

async function say(files: Readonly<Record<string, string>>): Promise<string[]> {
  const {repository} = readRepository(handbook(files));
  return (await runSecretlint(repository)).map(sayFinding);
}
const found = (name: string): string => `Unexpected secret: ${name}; expected a variable in its place, and the secret revoked`;

describe('no-secret', () => {
  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    'AWS_ACCOUNT_ID=123456789012',
    'curl -H "Authorization: Bearer $TOKEN" https://api.reiji.example',
    'postgres://app:$PASSWORD@db.reiji.example/app',
    'password: wrong-password',
    'ghp_xxxx',
  ])('accepts %j', async (text) => {
    expect(await say({'docs/a.mdx': `${text}\n`})).toEqual([]);
  });

  it('finds a token wherever it stands, and does not repeat it', async () => {
    const texts = {
      'docs/a.mdx': `Text.\n\n\`\`\`bash\nexport TOKEN="${github}"\n\`\`\`\n`,
      [`${ja}/a.mdx`]: `鍵は${github}です。\n`,
      'docs/templates/slack.tmpl': `{{ "${github}" }}\n`,
      'data/live.yaml': `sources: []\nwatchdog: ${github}\nprobes: []\nmayBeAbsent: []\n`,
    };
    const findings = await say(texts);
    expect(findings).toEqual([
      `docs/a.mdx:4:15 ${found('GitHub Token')}`,
      `docs/templates/slack.tmpl:1:5 ${found('GitHub Token')}`,
      `${ja}/a.mdx:1:3 ${found('GitHub Token')}`,
      `data/live.yaml:2:11 ${found('GitHub Token')}`,
    ]);
    expect(findings.join('')).not.toContain(letters);
  });

  it.each([
    {text: `id ${accessKey}`, name: 'AWS Access Key ID'},
    {text: `AWS_SECRET_ACCESS_KEY=${letters}wXyZ`, name: 'AWS Secret Access Key'},
    {text: `https://admin:${password}@db.reiji.example/x`, name: 'basic auth credential'},
    {text: `postgres://app:${password}@db.reiji.example/app`, name: 'PostgreSQL connection string'},
  ])('finds $name', async ({text, name}) => {
    expect(await say({'docs/a.mdx': `${text}\n`})).toEqual([expect.stringContaining(found(name))]);
  });

  it('is not switched off from inside a page', async () => {
    expect(await say({'docs/a.mdx': `{/* secretlint-disable */}\n\n${github}\n`})).toEqual([`docs/a.mdx:3:1 ${found('GitHub Token')}`]);
  });

  it('looks into a page that is not MDX, and passes over what is no text', async () => {
    expect(await say({'docs/a.mdx': `<pod> ${github}\n`, 'docs/b.png': '\0PNG'})).toEqual([`docs/a.mdx:1:7 ${found('GitHub Token')}`]);
  });
});
