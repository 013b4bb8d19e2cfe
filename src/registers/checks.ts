import type {Slip} from '../catalog/slip.ts';
import {registers} from './contract.ts';
import {addDays} from './days.ts';
import {links} from './entries/measure.ts';
import {elsewhere} from './entries/practice.ts';
import {eolOf} from './eol.ts';
import {quarter} from './intervals.ts';
import {everyThingStandsOnce} from './once.ts';
import {registerFolder, type Around, type Entry, type RegisterName, type Registers} from './model.ts';

type Check = (read: Registers, around: Around) => Slip[];

/** What registers owe to each other and to the catalog. A register without entries owes nothing: whoever empties it has not begun. */
export const checks: readonly Check[] = [
  everyLinkHasAMeasure,
  everySeatIsInTheCharter,
  everyPartSaysHowItSurvives,
  everyLoneReplicaIsASpof,
  everyResourceHasAPlan,
  everyProcedureRestoresOneStore,
  everyVersionIsInTheSnapshot,
  everyWatchedProviderHasAnExit,
  everyQueryExists,
  everyServiceIsOnTheRoad,
  everyDetourHasItsOwnException,
  everyScenarioNamesWhatMustReturn,
  everyNewRuleCameFromATry,
  everyMemberLeadsInTurn,
  somethingIsPlannedBeforeTheFault,
  everyThirdRequestHasAWay,
  everyItemWasAnsweredTogether,
  everyFigureExists,
  everyThingStandsOnce,
];

function everyLinkHasAMeasure({measures}: Registers): Slip[] {
  const there = new Set<string>(measures.map(({value: {link}}) => link));
  return missing(
    'measures',
    measures,
    links.filter((link) => !there.has(link)),
    (link) => `a measure of the link ${link}`,
  );
}

function everySeatIsInTheCharter({charter}: Registers, {catalog: {teams}}: Around): Slip[] {
  const there = new Set(charter.map(({value: {role}}) => role));
  // The team is the one whose seats it lists.
  const team = [...teams.values()].find(({members}) => members.some((member) => there.has(`@${member}`)));
  return missing(
    'charter',
    charter,
    (team?.members ?? []).filter((member) => !there.has(`@${member}`)),
    (member) => `the seat @${member}`,
  );
}

function everyPartSaysHowItSurvives({resilience}: Registers, {catalog: {services, resources}}: Around): Slip[] {
  const there = new Set(resilience.map(({value: {component}}) => component));
  const owing = [...[...services.values()].filter(({level}) => level === 'A').map(({name}) => name), ...resources.keys()];
  return missing(
    'resilience',
    resilience,
    owing.filter((name) => !there.has(name)),
    (name) => `an entry of ${name}`,
  );
}

function everyLoneReplicaIsASpof({resilience, spof}: Registers, {catalog: {services}}: Around): Slip[] {
  const open = new Set(spof.filter(({value: {gone}}) => gone === undefined).map(({value: {component}}) => component));
  return resilience.flatMap(({value: {component, replicas}, place}) => {
    const {level = 'A'} = services.get(component) ?? {};
    if (replicas > 1 || level !== 'A' || open.has(component)) return [];
    return [{...place('replicas'), found: `1 replica of ${component}`, expected: 'two, or an entry of spof that is not gone'}];
  });
}

function everyResourceHasAPlan({stores}: Registers, {catalog: {resources}}: Around): Slip[] {
  const there = new Set(stores.map(({value: {store}}) => store));
  return missing(
    'stores',
    stores,
    [...resources.keys()].filter((name) => !there.has(name)),
    (name) => `an entry of the store ${name}`,
  );
}

function everyProcedureRestoresOneStore({stores}: Registers): Slip[] {
  return stores.flatMap(({value: {procedure}, place}, i) =>
    procedure === undefined || stores.findIndex(({value}) => value.procedure === procedure) === i
      ? []
      : [
          {
            ...place('procedure'),
            found: `the procedure ${JSON.stringify(procedure)} a second time`,
            expected: 'a page of its own: the drill of one store proves nothing of another',
          },
        ],
  );
}

function everyVersionIsInTheSnapshot({versions, eol}: Registers): Slip[] {
  if (eol === undefined) return [];
  return versions.flatMap(({value: {product, cycle}, place}) => {
    if (eolOf(eol, {product, cycle}) !== undefined) return [];
    const own = eol.products.find((one) => one.product === product);
    const field = own === undefined ? 'product' : 'cycle';
    const names = own?.cycles.map((one) => `"${one.cycle}"`) ?? eol.products.map((one) => one.product);
    return [
      {
        ...place(field),
        found: `the ${field} ${JSON.stringify(own === undefined ? product : cycle)}`,
        expected: `one of data/snapshots/eol.json: ${names.join(', ')}`,
      },
    ];
  });
}

function everyWatchedProviderHasAnExit({providers}: Registers, {catalog: {live}}: Around): Slip[] {
  const there = new Set<string>(providers.map(({value: {id}}) => id));
  const watched = live.providers.filter(({kind, name}) => kind === 'statuspage' && !there.has(name));
  return missing('providers', providers, watched, ({name}) => `an entry of the provider ${name}, which data/live.yaml watches`);
}

function everyQueryExists({dashboards}: Registers, {catalog: {live}}: Around): Slip[] {
  const names = live.queries.map(({name}) => name);
  return dashboards.flatMap(({value: {query}, place}) =>
    query === undefined || names.includes(query)
      ? []
      : [{...place('query'), found: `the query ${JSON.stringify(query)}`, expected: `one of ${names.join(', ')}`}],
  );
}

function everyServiceIsOnTheRoad({platform}: Registers, {catalog: {services, systems}}: Around): Slip[] {
  return platform.flatMap(({value: {id, system, adopters, off_road: off}, place}) => {
    if (!systems.has(system))
      return [{...place('system'), found: `the system ${JSON.stringify(system)}`, expected: `one of ${[...systems.keys()].join(', ')}`}];
    const there = new Set([...adopters, ...off.map(({service}) => service)]);
    const lost = [...services.values()].filter((service) => service.system === system && !there.has(service.name));
    return lost.map(({name}) => ({
      ...place('adopters'),
      found: `${name} neither with ${id} nor off the road`,
      expected: 'an adopter, or off_road with an exception',
    }));
  });
}

function everyDetourHasItsOwnException({platform, exceptions}: Registers): Slip[] {
  const serviceOf = new Map(exceptions.map(({value: {id, service}}) => [id, service]));
  return platform.flatMap(({value: {off_road: off}, place}) =>
    off.flatMap(({service, exception}, i) => {
      const own = serviceOf.get(exception);
      if (!serviceOf.has(exception) || own === service) return [];
      const found = `the exception ${exception} of ${own === undefined ? 'no service' : own}`;
      return [{...place('off_road', i, 'exception'), found, expected: `an exception of ${service}`}];
    }),
  );
}

function everyScenarioNamesWhatMustReturn({scenarios}: Registers, {catalog: {services}}: Around): Slip[] {
  const owing = [...services.values()].filter(({level}) => level === 'A').map(({name}) => name);
  return scenarios.flatMap(({value: {id, services: named}, place}) =>
    owing
      .filter((name) => !named.some(({service}) => service === name))
      .map((name) => ({...place('services'), found: `the scenario ${id} without ${name}`, expected: 'every service of level A'})),
  );
}

function everyNewRuleCameFromATry({agreement, tries}: Registers): Slip[] {
  const first = agreement.map(({value: {since}}) => since).toSorted()[0];
  return agreement.flatMap(({value: {id, since, from}, place}): Slip[] => {
    if (from === undefined)
      return since === first
        ? []
        : [
            {
              ...place('since'),
              found: `the rule ${id} of ${since}, from no Try`,
              expected: `from: the Try that proved it, as the first agreement is of ${first}`,
            },
          ];
    const status = tries.find(({value}) => value.id === from)?.value.status;
    // A Try that does not exist is said where names are looked up.
    if (status === undefined || status === 'done') return [];
    return [
      {
        ...place('from'),
        found: `the rule ${id} from ${from}, which is ${status}`,
        expected: 'a Try that is done: until then nothing is proved',
      },
    ];
  });
}

/** The team of a rota is the one that most of its roles belong to. */
function everyMemberLeadsInTurn({agendas}: Registers, {catalog: {teams}}: Around): Slip[] {
  return agendas.flatMap(({value: {rota}, place}) => {
    if (rota === undefined) return [];
    const count = (members: readonly string[]): number => members.filter((member) => rota.includes(`@${member}`)).length;
    const [team] = [...teams.values()].toSorted((a, b) => count(b.members) - count(a.members));
    const left = (team?.members ?? []).map((member) => `@${member}`).filter((role) => !rota.includes(role));
    const twice = rota.findIndex((role, i) => rota.indexOf(role) !== i);
    return [
      ...(left.length === 0
        ? []
        : [{...place('rota'), found: `a rota of ${team?.name} without ${left.join(', ')}`, expected: 'every member in turn'}]),
      ...(twice === -1 ? [] : [{...place('rota', twice), found: `${rota[twice]} a second time`, expected: 'each role once in a round'}]),
    ];
  });
}

function somethingIsPlannedBeforeTheFault({roadmap}: Registers): Slip[] {
  const open = roadmap.filter(({value: {status}}) => status === 'planned' || status === 'doing');
  const isThere = open.length === 0 || open.some(({value: {kind}}) => kind === 'preventive');
  return missing(
    'roadmap',
    roadmap,
    isThere ? [] : ['preventive'],
    (kind) => `an open item of the kind ${kind}: all that is planned comes after a fault`,
  );
}

/** What is asked of us three times in a quarter, see docs/guidelines/requests.mdx. */
function everyThirdRequestHasAWay({requests}: Registers): Slip[] {
  return requests.flatMap(({value: {id, asked, self_service: own, stays}, place}) => {
    const days = asked.map(({on}) => on).toSorted();
    const third = days.findIndex((day, i) => i >= 2 && day <= addDays(days[i - 2] ?? day, quarter));
    if (own !== undefined || stays !== undefined || third === -1) return [];
    return [
      {
        ...place('asked'),
        found: `${id}, asked for three times from ${days[third - 2]} to ${days[third]}`,
        expected: 'self_service, or stays: the reason why a person does it',
      },
    ];
  });
}

function everyItemWasAnsweredTogether({maturity}: Registers): Slip[] {
  const lastOf = ({value: {answers}}: Registers['maturity'][number]): string => answers.at(-1)?.at ?? '';
  const last = maturity.map(lastOf).toSorted().at(-1);
  return maturity.flatMap((entry) =>
    lastOf(entry) === last
      ? []
      : [
          {
            ...entry.place('answers'),
            found: `the last answer of ${lastOf(entry)}`,
            expected: `an answer of ${last}, as the other items have`,
          },
        ],
  );
}

function everyFigureExists({practices}: Registers): Slip[] {
  const names: readonly string[] = [...Object.keys(registers), ...elsewhere];
  return practices.flatMap(({value: {figure}, place}) =>
    figure === undefined || names.includes(figure)
      ? []
      : [{...place('figure'), found: `the figure ${JSON.stringify(figure)}`, expected: `one of ${names.join(', ')}`}],
  );
}

/** What a register that has begun lacks. */
function missing<T>(name: RegisterName, entries: readonly Entry<unknown>[], owing: readonly T[], say: (one: T) => string): Slip[] {
  if (entries.length === 0) return [];
  return owing.map((one) => ({file: `${registerFolder}/${name}.yaml`, line: 1, column: 1, found: `no such entry`, expected: say(one)}));
}
