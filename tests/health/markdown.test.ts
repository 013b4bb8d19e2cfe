import {describe, expect, it} from 'vitest';
import type {Language} from '../../src/catalog/contract.ts';
import {healthMarkdown} from '../../src/health/markdown.ts';
import type {HealthReport} from '../../src/health/model.ts';
import {cellIn, healthAfter} from '../support/health.ts';

const site = 'https://handbook.example';
const post = (report: HealthReport, language: Language = 'en', withServices = false): string[] =>
  healthMarkdown(report, {language, site, withServices}).split('\n');

describe('the post', () => {
  const report = healthAfter();

  it('begins with what asks for action, then what is watched, then what is unknown', () => {
    const headings = (language: Language): string[] => post(report, language).filter((line) => line.startsWith('## '));
    expect(headings('en')).toEqual(['## Act now', '## Watch', '## Unknown']);
    expect(headings('ja')).toEqual(['## 要対応', '## 要注意', '## 不明']);
  });

  it('has a line for each aspect that is not in order, with a link that works in a chat', () => {
    const lines = post(report).filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(report.organisation.cells.filter(({state}) => state !== 'ok' && state !== 'none').length);
    for (const line of lines) expect(line).toMatch(/^- \[[^\]]+\]\(https:\/\/handbook\.example\/[a-z/#-]+\): .+ \(time before: .+\)$/);
  });

  it('has a row for each service, and their lines only when asked for', () => {
    const rows = post(report).filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(2 + report.services.length);
    expect(post(report).filter((line) => line.startsWith('## '))).toHaveLength(3);
    expect(post(report, 'en', true)).toContain('## Lending API: Act now');
  });

  it('keeps a text of a register in its line, and from the terminal', () => {
    const cell = cellIn(report, 'recovery');
    const text = 'First.\n\n## Second | third\u001B[2J';
    const cells = [{...cell, finding: {en: text, ja: text}}];
    const lines = post({...report, organisation: {...report.organisation, cells}, services: []});
    expect(lines).toContainEqual(
      expect.stringMatching(/^- \[Recovery drill\]\(\S+\): First\. ## Second \| third\\u\{1b\}\[2J \(time before: /),
    );
    expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(1);
  });
});
