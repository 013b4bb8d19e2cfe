import {describe, expect, it} from 'vitest';
import {readRegisters} from '../../../src/registers/read-registers.server.ts';
import {readBoardFacts} from '../../../src/retro/facts/read-board-facts.server.ts';
import {routes} from '../../support/routes.ts';
import {ja} from '../../support/sample.ts';

const registers = readRegisters('.', {pages: new Set(routes().map(({path}) => path.replace(/^\/(ja\/)?/, '')))});

describe.each(['docs', ja])('the words of a board, from %s,', (folder) => {
  const {texts, agendas} = readBoardFacts(registers, {folder});

  it('are those of the pages: background, eight rules, three prompts', () => {
    expect(texts.background.length).toBeGreaterThan(0);
    expect(texts.firstTime).toHaveLength(5);
    expect(texts.rules).toHaveLength(8);
    expect(Object.keys(texts.prompts)).toEqual(['keep', 'problem', 'try']);
  });

  it('have lines to say for each box of the two agendas of KPT', () => {
    for (const id of ['kpt-60', 'kpt-30'])
      for (const box of agendas.find((agenda) => agenda.id === id)?.boxes ?? [])
        expect(`${box.id} ${(texts.script[box.id]?.length ?? 0) > 0}`).toBe(`${box.id} true`);
  });

  it('hold no sign of Markdown', () => {
    expect(JSON.stringify(texts)).not.toMatch(/\*\*|`|\]\(|\{\/\*/);
  });
});

it('leads only through agendas in which cards are written', () => {
  expect(readBoardFacts(registers, {folder: 'docs'}).agendas.map(({id}) => id)).not.toContain('evening-15');
});

it('is there without the pages', () => {
  expect(readBoardFacts(registers, {folder: 'no/such/folder'}).texts).toEqual({
    background: [],
    firstTime: [],
    rules: [],
    prompts: {},
    script: {},
  });
});
