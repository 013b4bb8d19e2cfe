import {urgencies, type Entity, type OpenSlo, type Site, type Urgency} from './contract.ts';
import type {LiveConfig} from './live-contract.ts';
import {queriesOf} from './indicator.ts';
import {joinLive} from './join-live.ts';
import type {Alert, AlertRule, Catalog, EntityOf, Service, Team} from './model.ts';
import {parseRef, twice, unknownName} from './names.ts';
import {promqlFault} from './promql.ts';
import {joinPublished, type PublishedAlerts} from './published.ts';
import {SlipError, type Slip} from './slip.ts';
import type {Text} from './shapes.ts';
import type {Read, Source} from './source.ts';

/** What could be read; a part that could not is undefined and has left its slips. */
export interface Parts {
  readonly site: Site | undefined;
  readonly severities: Readonly<Record<string, Urgency>> | undefined;
  readonly entities: readonly Read<Entity>[];
  readonly rules: readonly AlertRule[];
  readonly slos: readonly Read<OpenSlo>[];
  readonly live: Read<LiveConfig> | undefined;
  readonly published: Read<PublishedAlerts> | undefined;
  /** Names that stand in documents which could not be read: a reference to one of them is no slip of its own. */
  readonly unread: ReadonlySet<string>;
}

/**
 * Joins the parts into one model. Every name that one part uses of another is looked up; what is not found becomes a slip.
 * @throws {SlipError} with these slips and those of the reading.
 */
export function joinCatalog(parts: Parts, earlier: readonly Slip[]): Catalog {
  const slips = [...earlier];
  const groups = byName(parts.entities, 'Group', slips);
  const systems = byName(parts.entities, 'System', slips);
  const components = byName(parts.entities, 'Component', slips);
  const resources = byName(parts.entities, 'Resource', slips);
  const names = {Group: groups, System: systems, Component: components, Resource: resources};
  for (const read of parts.entities) {
    checkRefs(read, names, slips);
    if (parts.site?.languages.includes('ja')) slips.push(...withoutJapanese(read, ['title', 'description']));
  }

  const rulesByName = Map.groupBy(parts.rules, (rule) => rule.alert);
  const services = new Map<string, Service>();
  for (const {source, value} of components.values()) services.set(value.metadata.name, serviceOf(value, source, rulesByName, slips));
  const alerts = joinAlerts(rulesByName, {services, severities: parts.severities}, slips);
  for (const service of services.values()) {
    const named = [...alerts.values()].filter((alert) => alert.services.includes(service.name)).map((alert) => alert.name);
    services.set(service.name, {...service, alerts: named});
  }

  const slos = new Map<string, OpenSlo>();
  for (const {source, value} of parts.slos) {
    if (parts.site?.languages.includes('ja')) slips.push(...withoutJapanese({source, value}, ['displayName']));
    if (!services.has(value.spec.service))
      slips.push(unknownName(source.place(['spec', 'service']), value.spec.service, services, 'component'));
    if (slos.has(value.metadata.name)) slips.push(twice(source.place(['metadata', 'name']), `SLO ${value.metadata.name}`));
    for (const expr of queriesOf(value)) {
      if (promqlFault(expr) !== undefined)
        slips.push({...source.place(['spec', 'indicator']), found: JSON.stringify(expr), expected: 'PromQL'});
    }
    slos.set(value.metadata.name, value);
  }
  const teams = mapValues(groups, ({source, value}) => teamOf(value, source));
  const queries = parts.live ? joinLive(parts.live, {services, alerts, teams}, slips) : [];

  const published = joinPublished(parts.published, slips);

  const real = slips.filter((slip) => !('name' in slip) || !parts.unread.has(String(slip.name)));
  if (real.length > 0 || !parts.site || !parts.severities || !parts.live) throw new SlipError(real);
  return {
    site: parts.site,
    severities: parts.severities,
    teams,
    systems: mapValues(systems, ({value}) => owned(value)),
    services,
    resources: mapValues(resources, ({value}) => owned(value)),
    alerts,
    slos,
    live: parts.live.value,
    queries: new Map(queries.map((query) => [query.name, query])),
    published,
  };
}

type Named<K extends Entity['kind']> = Map<string, Read<EntityOf<K>>>;

function byName<K extends Entity['kind']>(entities: readonly Read<Entity>[], kind: K, slips: Slip[]): Named<K> {
  const named: Named<K> = new Map();
  for (const {source, value} of entities) {
    if (value.kind !== kind) continue;
    const {name} = value.metadata;
    if (named.has(name)) slips.push(twice(source.place(['metadata', 'name']), `${kind} ${name}`));
    else named.set(name, {source, value: value as EntityOf<K>});
  }
  return named;
}

function checkRefs({source, value}: Read<Entity>, names: Record<Entity['kind'], ReadonlyMap<string, unknown>>, slips: Slip[]): void {
  const check = (ref: string, path: readonly PropertyKey[], kind: string): void => {
    const target = parseRef(ref, kind);
    const known = Object.entries(names).find(([name]) => name.toLowerCase() === target.kind)?.[1];
    if (known === undefined) return; // Kinds that this handbook does not read, such as API, are not ours to judge.
    if (!known.has(target.name)) slips.push(unknownName(source.place(path), ref, known, target.kind));
  };
  if (value.kind === 'Group') {
    if (value.spec.parent !== undefined) check(value.spec.parent, ['spec', 'parent'], 'group');
    for (const [i, child] of value.spec.children.entries()) check(child, ['spec', 'children', i], 'group');
    return;
  }
  check(value.spec.owner, ['spec', 'owner'], 'group');
  if (value.kind === 'System') return;
  if (value.spec.system !== undefined) check(value.spec.system, ['spec', 'system'], 'system');
  for (const [i, ref] of (value.spec.dependsOn ?? []).entries()) check(ref, ['spec', 'dependsOn', i], 'component');
}

type Metadata<F extends string> = {readonly [K in F]?: string | undefined} & {
  readonly annotations?: Readonly<Record<string, string | undefined>> | undefined;
};

/** What stands in English alone. A thing without a title is called by its name, which is the same in every language. */
function withoutJapanese<F extends string>(
  {source, value: {metadata}}: Read<{readonly metadata: Metadata<F>}>,
  fields: readonly F[],
): Slip[] {
  return fields.flatMap((field) => {
    const annotation = `handbook/${field === 'displayName' ? 'title' : field}-ja`;
    if (metadata[field] === undefined || (metadata.annotations?.[annotation] ?? '').trim() !== '') return [];
    const expected = `one beside ${field}, because data/site.yaml has ja`;
    return [{...source.place(['metadata', field]), found: `no ${annotation}`, expected}];
  });
}

function serviceOf(
  component: EntityOf<'Component'>,
  source: Source,
  rules: ReadonlyMap<string, readonly AlertRule[]>,
  slips: Slip[],
): Service {
  const {metadata, spec} = component;
  const alerts = (metadata.annotations?.['prometheus.io/alert'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  for (const name of alerts) {
    if (rules.has(name)) continue;
    slips.push(unknownName(source.place(['metadata', 'annotations', 'prometheus.io/alert']), name, rules, 'alert'));
  }
  return {
    ...titled(component),
    name: metadata.name,
    description: bilingual(metadata.description, metadata.annotations?.['handbook/description-ja']),
    owner: parseRef(spec.owner, 'group').name,
    system: spec.system === undefined ? undefined : parseRef(spec.system, 'system').name,
    level: metadata.annotations?.['handbook/level'],
    dependsOn: spec.dependsOn ?? [],
    alerts,
  };
}

function joinAlerts(
  rules: ReadonlyMap<string, readonly AlertRule[]>,
  {services, severities}: {services: ReadonlyMap<string, Service>; severities: Readonly<Record<string, Urgency>> | undefined},
  slips: Slip[],
): Map<string, Alert> {
  const alerts = new Map<string, Alert>();
  for (const [name, same] of rules) {
    const seen = new Map<string, AlertRule>();
    const about = new Set([...services.values()].filter((service) => service.alerts.includes(name)).map((service) => service.name));
    const found = new Map<string, Urgency>();
    for (const rule of same) {
      const identity = JSON.stringify(Object.entries(rule.labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      const first = seen.get(identity);
      if (first !== undefined) {
        const place = `${first.place.file}:${first.place.line}`;
        slips.push({
          ...rule.place,
          found: `a second rule ${name} with the same labels as ${place}`,
          expected: 'labels that tell them apart',
        });
      }
      seen.set(identity, rule);

      const {severity, service} = rule.labels;
      const urgency =
        severity !== undefined && severities !== undefined && Object.hasOwn(severities, severity) ? severities[severity] : undefined;
      if (severities === undefined) {
        // data/severity.yaml could not be read and has its own slip.
      } else if (severity === undefined || urgency === undefined) {
        slips.push({
          ...rule.place,
          found: severity === undefined ? `${name} without a severity label` : `the severity ${JSON.stringify(severity)}`,
          expected: `one of ${Object.keys(severities).join(', ')} (data/severity.yaml)`,
        });
      } else {
        found.set(severity, urgency);
      }
      // A templated value (`{{ $labels.x }}`) is known only when the alert fires.
      if (service === undefined || service.includes('{{')) continue;
      if (services.has(service)) about.add(service);
      else slips.push(unknownName(rule.place, service, services, 'component'));
    }
    const severest = [...found].toSorted(([, a], [, b]) => urgencies.indexOf(a) - urgencies.indexOf(b));
    alerts.set(name, {
      name,
      rules: same,
      urgency: severest[0]?.[1] ?? 'note',
      severities: severest.map(([severity]) => severity),
      services: [...about],
    });
  }
  return alerts;
}

function teamOf(group: EntityOf<'Group'>, source: Source): Team {
  const {metadata, spec} = group;
  return {
    ...titled(group),
    channel: metadata.annotations?.['handbook/channel'],
    members: spec.members ?? [],
    place: source.place(['spec', 'members']),
  };
}

function owned(entity: EntityOf<'System' | 'Resource'>): {name: string; title: Text; owner: string} {
  return {...titled(entity), owner: parseRef(entity.spec.owner, 'group').name};
}

function titled({metadata}: Entity): {name: string; title: Text} {
  const title = metadata.title ?? metadata.name;
  return {name: metadata.name, title: bilingual(title, metadata.annotations?.['handbook/title-ja']) ?? {en: title, ja: title}};
}

/** Backstage has one text for a title; its Japanese stands in an annotation of ours. */
function bilingual(en: string | undefined, ja: string | undefined): Text | undefined {
  return en === undefined ? undefined : {en, ja: ja ?? en};
}

function mapValues<V, W>(map: ReadonlyMap<string, V>, change: (value: V) => W): Map<string, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
