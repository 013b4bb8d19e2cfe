import {join} from 'node:path';
import type {Root} from 'mdast';
import {VFile} from 'vfile';
import {describe, expect, it} from 'vitest';
import {parsePage} from '../../src/lint/parse.ts';
import type {Word} from '../../src/lint/words.ts';
import {words} from '../../src/page/words.ts';
import {words as plugin} from '../../src/plugins/words.ts';
import {handbook} from '../support/sample.ts';

const facts = '.docusaurus/handbook/default';
const files = {
  [`${facts}/names.json`]: JSON.stringify({
    service: ['shop'],
    alert: ['Watchdog'],
    slo: ['shop-availability'],
    query: ['requests:shop', 'requests:search'],
    provider: ['pay'],
    team: [],
    health: ['shop'],
    agenda: ['kpt-60'],
    term: ['slo'],
  }),
  [`${facts}/service/shop.json`]: '{}',
  // Left by an earlier build.
  [`${facts}/service/gone.json`]: '{}',
  [`${facts}/alert/Watchdog.json`]: '{}',
  [`${facts}/slo/shop-availability.json`]: '{}',
  [`${facts}/query/requests/shop.json`]: '{}',
  [`${facts}/provider/pay.json`]: '{}',
  [`${facts}/agenda/kpt-60.json`]: '{}',
  [`${facts}/term/slo.json`]: '{}',
  [`${facts}/alerts.json`]: '{}',
  [`${facts}/measures.json`]: '{}',
  [`${facts}/health.json`]: '{}',
  [`${facts}/health/shop.json`]: '{}',
  [`${facts}/bus-factor.json`]: '{}',
  [`${facts}/absences.json`]: '{}',
  [`${facts}/handover.json`]: '{}',
  [`${facts}/runbooks.json`]: '[]',
  [`${facts}/runbooks/shop-down.json`]: '{}',
};

/** The page after the plugin. */
function build(text: string, page = 'guidelines/slo'): Root {
  const root = handbook(files);
  const path = join(root, `docs/${page}.mdx`);
  const tree = parsePage(path, text);
  if ('rule' in tree) throw new Error(tree.message);
  plugin({root, language: 'en', lane: '/r/'})(tree, new VFile({path, value: text}));
  return tree;
}

/** `Name prop="…" facts={…}` of every component, in the order of the page. */
function said(tree: Root): string[] {
  const components = tree.children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child])) as readonly Word[];
  return components.flatMap(({type, name, attributes}) => {
    if (type !== 'mdxJsxFlowElement' && type !== 'mdxJsxTextElement') return [];
    const props = attributes.map((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute') return '{…}';
      return typeof attribute.value === 'string'
        ? `${attribute.name}="${attribute.value}"`
        : `${attribute.name}={${attribute.value?.value}}`;
    });
    return [[name, ...props].join(' ')];
  });
}

const given = (name: string): string => `facts={require("@generated/handbook/default/${name}")}`;

describe('the words of a page', () => {
  it('get the facts of the service or alert that they name', () => {
    expect(said(build('Now: <ServiceStatus service="shop" />\n\n<FiringAlerts alert="Watchdog" />\n'))).toEqual([
      `ServiceStatus service="shop" ${given('service/shop.json')}`,
      `FiringAlerts alert="Watchdog" ${given('alert/Watchdog.json')}`,
    ]);
  });

  it('get the facts of the objective, query and provider that they name', () => {
    const page = '<ErrorBudget slo="shop-availability" />\n\n<Sparkline query="requests:shop" />\n\n<DependencyStatus provider="pay" />\n';
    expect(said(build(page))).toEqual([
      `ErrorBudget slo="shop-availability" ${given('slo/shop-availability.json')}`,
      `Sparkline query="requests:shop" ${given('query/requests/shop.json')}`,
      `DependencyStatus provider="pay" ${given('provider/pay.json')}`,
    ]);
  });

  it('get the boxes of the agenda that they name', () => {
    expect(said(build('<AgendaTimer agenda="kpt-60" />\n\n<EveningMeeting agenda="kpt-60" />\n'))).toEqual([
      `AgendaTimer agenda="kpt-60" ${given('agenda/kpt-60.json')}`,
      `EveningMeeting agenda="kpt-60" ${given('agenda/kpt-60.json')}`,
    ]);
  });

  it('get the alerts of the page on a runbook, and every alert elsewhere', () => {
    expect(said(build('<FiringAlerts />\n'))).toEqual([`FiringAlerts ${given('alerts.json')}`]);
    expect(said(build('<FiringAlerts />\n', 'runbooks/shop-down'))).toContain(`FiringAlerts ${given('runbooks/shop-down.json')}`);
  });

  it('are headed by the first screen on a runbook, and on no other page', () => {
    expect(said(build('Text.\n', 'runbooks/shop-down'))[0]).toBe(`RunbookHeader ${given('runbooks/shop-down.json')}`);
    expect(said(build('Text.\n', 'runbooks/other'))).toEqual([]);
  });

  it('get the list of all runbooks', () => {
    expect(said(build('<RunbookList />\n'))).toEqual([`RunbookList ${given('runbooks.json')}`]);
  });

  it('get the measures of the team', () => {
    expect(said(build('<GrowthChain />\n\n<MeasureTable />\n'))).toEqual([
      `GrowthChain ${given('measures.json')}`,
      `MeasureTable ${given('measures.json')}`,
    ]);
  });

  it('get what is known of handing over', () => {
    expect(said(build('<BusFactor />\n\n<AbsenceLog />\n\n<HandoverNotes />\n'))).toEqual([
      `BusFactor ${given('bus-factor.json')}`,
      `AbsenceLog ${given('absences.json')}`,
      `HandoverNotes ${given('handover.json')}`,
    ]);
  });

  it('get the health of everything, or of the service that they name', () => {
    expect(said(build('<HealthCheck />\n\n<HealthCheck service="shop" />\n'))).toEqual([
      `HealthCheck ${given('health.json')}`,
      `HealthCheck service="shop" ${given('health/shop.json')}`,
    ]);
    expect(() => build('<HealthCheck service="shp" />\n')).toThrow(
      /found the service "shp", expected a component of data\/catalog: shop$/m,
    );
  });

  it('get the meaning of the term that they name, and no other name will do', () => {
    expect(said(build('Each has an <Term id="slo">SLO</Term>.\n'))).toEqual([`Term id="slo" ${given('term/slo.json')}`]);
    expect(() => build('An <Term id="sloe">SLO</Term>.\n')).toThrow(/the id "sloe".*a term of data\/glossary\.yaml: slo/);
  });

  it('are imported by the page that uses them, once, and by no other', () => {
    const imports = (text: string): string[] =>
      build(text).children.flatMap((child) => ('value' in child && child.value.startsWith('import ') ? [child.value] : []));
    const twice = '<ServiceStatus service="shop" />\n\n<ServiceStatus service="shop" />\n';
    expect(imports(twice)).toEqual(['import {ServiceStatus} from "@site/src/live/words/ServiceStatus.tsx";']);
    expect(imports('Text.\n')).toEqual([]);
  });

  it('leave HTML and code alone', () => {
    expect(said(build('<details>\nText.\n</details>\n\n`<ServiceStatus/>`\n'))).toEqual(['details']);
  });

  const refused = [
    {
      text: 'Now: <ServiceStatus service="paymnts" />\n',
      message: /guidelines\/slo\.mdx:1:6 found the service "paymnts", expected a component of data\/catalog: shop$/m,
    },
    {text: '<ServiceStatus service="gone" />\n', message: /found the service "gone"/},
    {text: '<FiringAlerts alert="Gone" />\n', message: /:1:1 found the alert "Gone", expected an alert of data\/alerts: Watchdog$/m},
    {
      text: '<Sparkline query="requests" />\n',
      message: /found the query "requests", expected a query of .*: requests:shop, requests:search$/m,
    },
    {
      text: '<OnCall team="sre" />\n',
      message: /found the team "sre", expected a team with a calendar in data\/live\.yaml: there is none$/m,
    },
    {
      text: 'Left: <ErrorBudget slo="shop-availability" />\n',
      message: /:1:7 found <ErrorBudget> in a sentence, expected it on lines of its own/,
    },
    {text: '<AgendaTimer agenda="kpt-90" />\n', message: /found the agenda "kpt-90", expected an agenda of data\/agendas: kpt-60$/m},
    {text: '<ServiceStatus />\n', message: /:1:1 found <ServiceStatus> with \{\}, expected service: /},
    {
      text: '<ServiceStatus service={name} />\n',
      message: /:1:1 found <ServiceStatus> with a computed property, expected properties written as plain strings/,
    },
    {text: '<ServiceStatus service="shop" colour="red" />\n', message: /:1:1 found <ServiceStatus> with .*colour/},
  ];
  it.each(refused)('stop the build at $text', ({text, message}) => {
    expect(() => build(text)).toThrow(message);
  });

  it('report every slip of a page at once', () => {
    expect(() => build('<FiringAlerts alert="Gone" />\n\n<ServiceStatus service="paymnts" />\n')).toThrow(/^2 slips to mend:/);
  });

  it('have a schema each that lint knows too', () => {
    expect(Object.keys(words)).toContain('ServiceStatus');
  });
});
