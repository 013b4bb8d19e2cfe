import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {FrontMatter} from '../../src/page/contract.ts';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import {planImport} from '../../src/retro/record/plan-import.ts';
import {readRecord} from '../../src/retro/record/read-record.ts';
import {plainPage} from '../../src/scaffold/plain-page.ts';
import {ja} from '../support/sample.ts';
import {recordPages} from '../support/tries.ts';

const {agendas, tries} = readRegisters('.', {pages: recordPages});
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

describe('the records of this repository', () => {
  const folder = 'docs/retrospectives/records';
  const {teams} = readCatalog('.');
  const owners = new Set([...teams.values()].flatMap(({name, members}) => [name, ...members.map((member) => `@${member}`)]));
  const register = tries.map(({value}) => value);

  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('say what the register of Tries says: %s', (name) => {
    const file = `${folder}/${name}`;
    const record = readRecord(readFileSync(file, 'utf8'), {file});
    const page = `retrospectives/records/${name.replace(/\.md$/, '')}`;
    expect(planImport(record, {file, page, register, owners})).toEqual({changes: [], slips: []});
    expect(record.tries).toHaveLength(register.filter(({from}) => from === page).length);
  });
});
