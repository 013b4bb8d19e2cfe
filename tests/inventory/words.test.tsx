// @vitest-environment happy-dom
import {cleanup, fireEvent, render, screen, within} from '@testing-library/react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterEach, describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {glossaryFacts} from '../../src/glossary/facts.ts';
import {readGlossary} from '../../src/glossary/read-glossary.server.ts';
import {Glossary} from '../../src/glossary/ui/Glossary.tsx';
import {alertCatalog} from '../../src/inventory/alert-catalog.ts';
import {pageHealth} from '../../src/inventory/page-health.ts';
import {serviceCatalog} from '../../src/inventory/service-catalog.ts';
import {AlertCatalog} from '../../src/inventory/ui/AlertCatalog.tsx';
import {PageHealth} from '../../src/inventory/ui/PageHealth.tsx';
import {ServiceCatalog} from '../../src/inventory/ui/ServiceCatalog.tsx';

afterEach(cleanup);

const catalog = readCatalog('.');
const owner = {name: 'SRE', channel: undefined};
const services = [{name: 'lending-api', title: 'Lending API'}];
const runbooks = ['a', 'b'].map((name) => ({slug: `runbooks/${name}`, title: name, alerts: [], services, owner}));
const row = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

describe('the table of the glossary on a page', () => {
  const facts = glossaryFacts(readGlossary('.')?.value.terms ?? [], 'en');

  it('has every word at its own address before scripts run', () => {
    const html = renderToStaticMarkup(<Glossary facts={facts} />);
    for (const {id} of facts.rows) expect(html).toContain(`<tr id="${id}">`);
  });

  it('is found by a word of the meaning, in either language, and says which cell is Japanese', () => {
    render(<Glossary facts={facts} />);
    fireEvent.change(screen.getByRole('searchbox'), {target: {value: 'とうせい えらーばじぇっと'}});
    expect(screen.getAllByRole('row')).toHaveLength(1);
    fireEvent.change(screen.getByRole('searchbox'), {target: {value: 'えらーばじぇっと'}});
    expect(within(row('error-budget')).getByText('エラーバジェット').lang).toBe('ja');
  });
});

describe('the catalogs on a page', () => {
  it('lead from a service to each of its runbooks', () => {
    render(<ServiceCatalog facts={serviceCatalog({catalog, stores: [], runbooks}, 'en')} />);
    const links = within(row('lending-api')).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/runbooks/a', '/runbooks/b']);
  });

  it('say of an alert whose runbook nobody used that it never was', () => {
    render(<AlertCatalog facts={alertCatalog({catalog, runbooks, asOf: '2026-11-22'}, 'en')} />);
    expect(row('Watchdog').textContent).toContain('Never');
  });

  it('lead to a page whose translation has fallen behind', () => {
    const page = {
      slug: 'guidelines/slo',
      title: 'SLOs',
      owner: 'sre',
      status: 'adopted',
      drafted: undefined,
      twin: 'en-moved',
      isShown: true,
    } as const;
    render(<PageHealth facts={pageHealth({pages: [page], teams: catalog.teams, asOf: '2026-11-22'}, 'en')} />);
    expect(row('guidelines-slo').textContent).toContain('Needs work');
    expect(within(row('guidelines-slo')).getByRole('link').getAttribute('href')).toBe('/guidelines/slo');
  });
});
