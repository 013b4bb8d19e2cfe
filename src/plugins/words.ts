import {GENERATED_FILES_DIR_NAME} from '@docusaurus/utils';
import {existsSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import type {Program} from 'estree';
import type {Root, RootContent} from 'mdast';
import type {MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import type {Language} from '../catalog/contract.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import type {RunbookFrontMatter} from '../page/contract.ts';
import {words as schemas} from '../page/words.ts';
import {shapePage} from '../runbook/page/shape-page.ts';
import {factsFile, namesFile, type Named, type Names} from './named.ts';

type Word = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * Where each word is made, below `src/`. A page imports the words that it uses, like their facts: a page without live words carries nothing of
 * them. The headers are placed by the build, at the head of every runbook and procedure.
 */
const files: Readonly<Record<string, string>> = {
  AbsenceLog: 'handover/ui/AbsenceLog.tsx',
  AlertCatalog: 'inventory/ui/AlertCatalog.tsx',
  AgendaTimer: 'retro/timer/AgendaTimer.tsx',
  BusFactor: 'handover/ui/BusFactor.tsx',
  DependencyStatus: 'live/words/DependencyStatus.tsx',
  ErrorBudget: 'live/words/ErrorBudget.tsx',
  EveningMeeting: 'retro/evening/EveningMeeting.tsx',
  FiringAlerts: 'live/words/FiringAlerts.tsx',
  Glossary: 'glossary/ui/Glossary.tsx',
  GrowthChain: 'measures/GrowthChain.tsx',
  HandoverNotes: 'handover/ui/HandoverNotes.tsx',
  HealthCheck: 'health/ui/HealthCheck.tsx',
  KptBoard: 'retro/ui/KptBoard.tsx',
  MeasureTable: 'measures/MeasureTable.tsx',
  OnCall: 'live/words/OnCall.tsx',
  Postmortems: 'postmortem/ui/Postmortems.tsx',
  PageHealth: 'inventory/ui/PageHealth.tsx',
  Practices: 'practices/ui/Practices.tsx',
  QueryResult: 'access-log/ui/QueryResult.tsx',
  Register: 'registers/ui/Register.tsx',
  RetroTrends: 'retro/trends/RetroTrends.tsx',
  ServiceCatalog: 'inventory/ui/ServiceCatalog.tsx',
  ServiceStatus: 'live/words/ServiceStatus.tsx',
  Sparkline: 'live/words/Sparkline.tsx',
  Term: 'glossary/ui/Term.tsx',
  ProcedureHeader: 'runbook/ProcedureHeader.tsx',
  RunbookHeader: 'runbook/RunbookHeader.tsx',
  RunbookList: 'runbook/RunbookList.tsx',
};
/** Words that name one thing of `data/`: by which prop, and what a slip calls it. */
const naming: Readonly<Record<string, {readonly prop: string; readonly kind: Named; readonly noun: string}>> = {
  ServiceStatus: {prop: 'service', kind: 'service', noun: 'a component of data/catalog'},
  FiringAlerts: {prop: 'alert', kind: 'alert', noun: 'an alert of data/alerts'},
  ErrorBudget: {prop: 'slo', kind: 'slo', noun: 'an objective of data/slos'},
  Sparkline: {prop: 'query', kind: 'query', noun: 'a query of data/live.yaml'},
  DependencyStatus: {prop: 'provider', kind: 'provider', noun: 'a provider of data/live.yaml'},
  AgendaTimer: {prop: 'agenda', kind: 'agenda', noun: 'an agenda of data/agendas'},
  EveningMeeting: {prop: 'agenda', kind: 'agenda', noun: 'an agenda of data/agendas'},
  Register: {prop: 'name', kind: 'register', noun: 'a register of data/registers'},
  OnCall: {prop: 'team', kind: 'team', noun: 'a team with a calendar in data/live.yaml'},
  HealthCheck: {prop: 'service', kind: 'health', noun: 'a component of data/catalog'},
  Term: {prop: 'id', kind: 'term', noun: 'a term of data/glossary.yaml'},
  QueryResult: {prop: 'id', kind: 'answer', noun: 'a query of examples/access-log'},
};
/** Words that show one file of facts as a whole. */
const wholes: Readonly<Record<string, string>> = {
  AbsenceLog: 'absences.json',
  AlertCatalog: 'alert-catalog.json',
  BusFactor: 'bus-factor.json',
  Glossary: 'glossary.json',
  GrowthChain: 'measures.json',
  HandoverNotes: 'handover.json',
  HealthCheck: 'health.json',
  KptBoard: 'board.json',
  MeasureTable: 'measures.json',
  PageHealth: 'page-health.json',
  Postmortems: 'postmortems.json',
  Practices: 'practices.json',
  RetroTrends: 'trends.json',
  RunbookList: 'runbooks.json',
  ServiceCatalog: 'service-catalog.json',
};
/** Words that draw more than a line: inside a sentence a browser would tear the paragraph apart. */
const blocks = new Set([
  'AbsenceLog',
  'BusFactor',
  'HandoverNotes',
  'FiringAlerts',
  'ErrorBudget',
  'Sparkline',
  'DependencyStatus',
  'OnCall',
  'RunbookList',
  'KptBoard',
  'AgendaTimer',
  'EveningMeeting',
  'Register',
  'RetroTrends',
  'QueryResult',
  'HealthCheck',
  'Practices',
  'Glossary',
  'ServiceCatalog',
  'AlertCatalog',
  'PageHealth',
  'Postmortems',
]);
/** Words that become plain HTML. */
const stepWords = ['Steps', 'Step', 'Expect', 'Otherwise', 'Undo'];
const mostNames = 12;

interface Options {
  readonly root: string;
  readonly language: Language;
  /** Where the address of an alert stands in this language, such as `/ja/r/`. */
  readonly lane: string;
}

/**
 * Checks the words that authors write against their schemas, and hands each the facts that it shows. The facts are imported, not copied in,
 * so that the bundler sees what a page depends on: a cached page follows a change of `data/`.
 */
export function words({root, language, lane}: Options): (tree: Root, file: VFile) => void {
  const generated = join(root, GENERATED_FILES_DIR_NAME, 'handbook/default');
  const factsOf = (name: string): string | undefined =>
    existsSync(join(generated, name)) ? `@generated/handbook/default/${name}` : undefined;
  const namesOf = (kind: keyof Names): readonly string[] =>
    (JSON.parse(readFileSync(join(generated, namesFile), 'utf8')) as Names)[kind] ?? [];

  return (tree, file) => {
    const slips: Slip[] = [];
    const used = new Set<string>();
    const page = relative(root, file.path)
      .replace(/^(docs|i18n\/[^/]+\/docusaurus-plugin-content-docs\/current)\//, '')
      .replace(/\.mdx?$/, '');
    visit(tree, (node, _index, parent) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const schema = node.name === null ? undefined : schemas[node.name];
      if (schema === undefined) return;
      if (node.name !== null) used.add(node.name);
      const slip = (found: string, expected: string): void => {
        const {line = 1, column = 1} = node.position?.start ?? {};
        slips.push({file: relative(root, file.path), line, column, found, expected});
      };
      const props = literalProps(node, slip);
      const result = schema.safeParse(props);
      for (const issue of result.error?.issues ?? []) {
        slip(
          `<${node.name}> with ${JSON.stringify(props)}`,
          `${issue.path.join('.') || 'props'}: ${issue.message} (see reference/components)`,
        );
      }
      if (parent?.type === 'paragraph' && blocks.has(node.name ?? '')) slip(`<${node.name}> in a sentence`, 'it on lines of its own');
      if (result.success) giveFacts(node, props, {page, factsOf, namesOf, slip});
    });
    const head = page.startsWith('runbooks/') ? 'RunbookHeader' : page.startsWith('procedures/') ? 'ProcedureHeader' : undefined;
    if (head !== undefined || stepWords.some((name) => used.has(name))) {
      const {params} = (file.data['frontMatter'] ?? {}) as Partial<RunbookFrontMatter>;
      const shaped = shapePage(tree, {
        language,
        lane,
        params: params?.map(({name}) => name) ?? [],
        hasRunbook: (alert) => namesOf('address').includes(alert),
      });
      slips.push(...shaped.map((slip) => ({file: relative(root, file.path), ...slip})));
    }
    const header = factsOf(`${page}.json`);
    if (head !== undefined && header !== undefined) {
      tree.children.unshift(element(head, header));
      used.add(head);
    }
    if (slips.length > 0) throw new SlipError(slips);
    for (const name of used) {
      const made = files[name];
      // A word that is none of these comes from MDXComponents.
      if (made !== undefined) tree.children.unshift(importOf(name, `@site/src/${made}`));
    }
  };
}

interface Giving {
  readonly page: string;
  readonly factsOf: (name: string) => string | undefined;
  readonly namesOf: (kind: Named) => readonly string[];
  readonly slip: (found: string, expected: string) => void;
}

function giveFacts(node: Word, props: Readonly<Record<string, string>>, {page, factsOf, namesOf, slip}: Giving): void {
  const give = (name: string): void => {
    const facts = factsOf(name);
    if (facts !== undefined) node.attributes.push(factsAttribute(facts));
  };
  const {prop = '', kind, noun} = naming[node.name ?? ''] ?? {};
  const name = props[prop];
  if (kind !== undefined && name !== undefined) {
    const names = namesOf(kind);
    if (names.includes(name)) give(factsFile(kind, name));
    else slip(`the ${prop} ${JSON.stringify(name)}`, `${noun}: ${listed(names)}`);
  } else if (node.name === 'FiringAlerts') {
    give(page.startsWith('runbooks/') && factsOf(`${page}.json`) !== undefined ? `${page}.json` : 'alerts.json');
  } else {
    const file = wholes[node.name ?? ''];
    if (file !== undefined) give(file);
  }
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'there is none';
  const some = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${some}, … (${names.length})` : some;
}

/** Attributes written as plain strings. Anything computed cannot be checked before the page runs, and is refused. */
function literalProps(node: Word, slip: Giving['slip']): Record<string, string> {
  const props: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') props[attribute.name] = attribute.value;
    else slip(`<${node.name}> with a computed property`, 'properties written as plain strings');
  }
  return props;
}

function element(name: string, facts: string): MdxJsxFlowElement {
  return {type: 'mdxJsxFlowElement', name, attributes: [factsAttribute(facts)], children: []};
}

/** `import {Sparkline} from "…";` */
function importOf(name: string, path: string): RootContent {
  const raw = JSON.stringify(path);
  const identifier = {type: 'Identifier', name} as const;
  const estree: Program = {
    type: 'Program',
    sourceType: 'module',
    body: [
      {
        type: 'ImportDeclaration',
        specifiers: [{type: 'ImportSpecifier', imported: identifier, local: identifier}],
        source: {type: 'Literal', value: path, raw},
        attributes: [],
      },
    ],
  };
  // The types of Markdown do not know the nodes of MDX.
  return {type: 'mdxjsEsm', value: `import {${name}} from ${raw};`, data: {estree}} as unknown as RootContent;
}

/** `facts={require("…")}` */
function factsAttribute(path: string): MdxJsxAttribute {
  const raw = JSON.stringify(path);
  const estree: Program = {
    type: 'Program',
    sourceType: 'module',
    body: [
      {
        type: 'ExpressionStatement',
        expression: {
          type: 'CallExpression',
          optional: false,
          callee: {type: 'Identifier', name: 'require'},
          arguments: [{type: 'Literal', value: path, raw}],
        },
      },
    ],
  };
  return {
    type: 'mdxJsxAttribute',
    name: 'facts',
    value: {type: 'mdxJsxAttributeValueExpression', value: `require(${raw})`, data: {estree}},
  };
}
