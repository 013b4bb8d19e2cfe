import {describe, expect, it} from 'vitest';
import {issueUrl} from '../../src/search/issue-url.ts';

const missing = {name: 'DiskFull', hasRule: true, labels: ['namespace', 'pod'], near: ['DiskFullSoon']};
const read = (repository: string, more = {}, language: 'en' | 'ja' = 'en'): URL =>
  new URL(issueUrl(repository, {...missing, ...more}, language));

describe('issueUrl', () => {
  it('fills in an issue as GitHub, Gitea and Forgejo read it', () => {
    const url = read('https://github.com/o/r');
    expect(url.href).toMatch(/^https:\/\/github\.com\/o\/r\/issues\/new\?title=Missing%20runbook%3A%20DiskFull&body=/);
    expect(url.searchParams.get('body')).toBe(
      [
        'The alert `DiskFull` was opened, and no runbook answered.',
        'This handbook has a rule for it.',
        'Labels that came with it (names only): `namespace`, `pod`',
        'Similar names that were offered: `DiskFullSoon`',
        'To begin the page: `npm run new -- runbook DiskFull`',
      ].join('\n\n'),
    );
  });

  it.each(['https://gitlab.com/g/s/r.git', 'https://gitlab.example.org/g/s/r/', 'https://my-gitlab.example/g/s/r'])(
    'knows GitLab at %s',
    (repository) => {
      const url = read(repository, {}, 'ja');
      expect(url.pathname).toBe('/g/s/r/-/issues/new');
      expect(url.searchParams.get('issue[title]')).toBe('ランブックがありません：DiskFull');
      expect(url.searchParams.get('issue[description]')).toContain('`namespace`, `pod`');
    },
  );

  it('leaves out what is no name of a label', () => {
    const body = read('https://github.com/o/r', {labels: ['ok_1', 'a b', '`x`', '1a', 'a'.repeat(65)]}).searchParams.get('body');
    expect(body).toContain('(names only): `ok_1`\n');
  });

  it('offers no command with a name that a shell would read otherwise', () => {
    expect(read('https://github.com/o/r', {name: 'x; reboot'}).searchParams.get('body')).not.toContain('npm run');
    expect(read('https://github.com/o/r', {name: '-x'}).searchParams.get('body')).not.toContain('npm run');
  });

  it('stays short enough for any server, whatever came with the alert', () => {
    const labels = Array.from({length: 500}, (_, i) => `label_${i}_${'x'.repeat(40)}`);
    const url = issueUrl('https://github.com/o/r', {...missing, name: '障'.repeat(120), labels, near: labels.slice(0, 5)}, 'ja');
    expect(url.length).toBeLessThanOrEqual(4000);
    expect(new URL(url).searchParams.get('title')).toContain('障'.repeat(120));
  });
});
