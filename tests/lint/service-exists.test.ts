import {describe, expect, it} from 'vitest';
import {serviceExists} from '../../src/lint/catalog/service-exists.ts';
import {lintFiles} from '../support/lint.ts';

describe('service-exists', () => {
  it('accepts a component of the catalog', () => {
    expect(lintFiles(serviceExists, {'docs/a.mdx': '<ServiceStatus service="shop" />\n\n<FiringAlerts />\n'})).toEqual([]);
  });

  it('refuses another name', () => {
    expect(lintFiles(serviceExists, {'docs/a.mdx': 'Now: <ServiceStatus service="paymnts" />\n'})).toEqual([
      'docs/a.mdx:1:6 Unexpected service "paymnts" in <ServiceStatus>, expected one of shop',
    ]);
  });

  it.each([
    {word: '<ErrorBudget slo="ghost" />', said: 'Unexpected SLO "ghost" in <ErrorBudget>'},
    {word: '<Sparkline query="ghost" />', said: 'Unexpected query "ghost" in <Sparkline>'},
    {word: '<DependencyStatus provider="ghost" />', said: 'Unexpected provider "ghost" in <DependencyStatus>'},
    {word: '<OnCall team="ghost" />', said: 'Unexpected on-call team "ghost" in <OnCall>'},
    {word: '<AgendaTimer agenda="ghost" />', said: 'Unexpected agenda "ghost" in <AgendaTimer>'},
  ])('refuses $word, which names nothing of data/', ({word, said}) => {
    expect(lintFiles(serviceExists, {'docs/a.mdx': `${word}\n`})).toEqual([
      `docs/a.mdx:1:1 ${said}, expected one that data/ declares; there is none yet`,
    ]);
  });
});

describe('the services of a postmortem', () => {
  it('are components of the catalog', () => {
    const text = '---\nkind: postmortem\nservices: [shop, shpo]\n---\n\nText.\n';
    expect(lintFiles(serviceExists, {'docs/postmortems/a.md': text})).toEqual([
      'docs/postmortems/a.md:3:18 Unexpected service "shpo", expected one of shop',
    ]);
  });
});

describe('a term', () => {
  it('is one of the glossary', () => {
    const glossary = `terms:
  - id: toil
    en: toil
    ja: トイル
    reading: といる
    means: {en: Work by hand., ja: 手作業。}
`;
    const text = '<Term id="toil">toil</Term> and <Term id="tiol">toil</Term>\n';
    expect(lintFiles(serviceExists, {'docs/a.mdx': text, 'data/glossary.yaml': glossary})).toEqual([
      'docs/a.mdx:1:33 Unexpected term "tiol" in <Term>, expected one of toil',
    ]);
  });
});
