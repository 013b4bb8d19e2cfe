import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {FrontMatter} from '../../src/page/contract.ts';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import {plainPage} from '../../src/scaffold/plain-page.ts';
import {ja} from '../support/sample.ts';

const {agendas} = readRegisters('.', {pages: new Set(['retrospectives/records/2026-11-13-kpt'])});
const day = '2026-01-31';

describe.each(['en', 'ja'] as const)('the records to copy, in %s,', (language) => {
  const read = (page: string): string[] => {
    const text = readFileSync(`${language === 'en' ? 'docs' : ja}/retrospectives/${page}.mdx`, 'utf8');
    return [...text.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, record = '']) => record.replaceAll('YYYY-MM-DD', day));
  };
  const headingsOf = (text: string): string[] => [...text.matchAll(/^## (.+?)(?: \{.*)?$/gm)].map(([, heading = '']) => heading);

  it('have the front matter of a record, and name the agenda that they follow', () => {
    const matters = [...read('kpt'), ...read('templates')].map((record) => FrontMatter.parse(parse(record.split('---\n')[1] ?? '')));
    expect(matters).toMatchObject(
      ['kpt-60', 'kpt-30', 'timeline-60'].map((agenda) => ({kind: 'retro-record', lang: language, date: day, agenda})),
    );
    for (const matter of matters)
      expect(agendas.map(({value}) => value.id)).toContain(matter.kind === 'retro-record' ? matter.agenda : undefined);
  });

  it('have the sections that npm run new writes', () => {
    const [record = ''] = read('kpt');
    const [, ...scaffolded] = headingsOf(plainPage('retro', {language, slug: 'kpt', owner: 'sre', day}));
    expect(scaffolded).toEqual(headingsOf(record));
  });
});
