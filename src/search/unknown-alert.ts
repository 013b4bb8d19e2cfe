import type {Language, Urgency} from '../catalog/contract.ts';
import type {Directory, DirectoryTeam} from './directory.ts';
import type {Findable} from './findable.ts';
import {fold} from './fold.ts';
import {issueUrl} from './issue-url.ts';
import {nearEnough, nearest} from './near.ts';
import {isGeneral, splitName} from './split-name.ts';
import {triage} from './triage.ts';

export interface AskedAlert {
  readonly alertname: string;
  /** The labels that came in the address. Their values are compared here and go nowhere. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What somebody gets whose alert has no runbook. With nothing like it there is still the triage, whom to call, and the issue. */
export interface UnknownAlert {
  /** What was asked for, fit to be shown; empty when nothing was. */
  readonly name: string;
  /** Runbooks under a similar name, best first, each with that name. */
  readonly near: readonly {readonly name: string; readonly runbook: Findable}[];
  /** Other runbooks of the same component: of a service that the labels or the rule name, or with the same first words. */
  readonly component: readonly Findable[];
  /** How urgent it is, when the alert has a rule and lacks only the page. */
  readonly urgency: Urgency | undefined;
  /** Why its runbook was withdrawn. */
  readonly tombstone: string | undefined;
  /** The page to begin with, below the site's root. */
  readonly triage: string;
  /** The owners of the service first, then whoever is on call. */
  readonly call: readonly DirectoryTeam[];
  /** Opens a filled-in issue. */
  readonly issueUrl: string;
}

const mostNear = 5;
const mostOfComponent = 8;

/** Answers for an alert that `byName` does not find. */
export function answerUnknown({alertname, labels = {}}: AskedAlert, from: Directory, language: Language): UnknownAlert {
  const name = showable(alertname);
  const rule = from.unwritten.find((candidate) => fold(candidate.name) === fold(name));
  const services = new Set([...(rule?.services ?? []), ...namedServices(labels, from)]);
  const alike = sortByLikeness(name, from.runbooks);
  const near = alike.filter(({score}) => score >= nearEnough).slice(0, mostNear);
  return {
    name,
    near: near.map(({name: other, runbook}) => ({name: other, runbook})),
    component: sameComponent({asked: splitName(name), services}, alike)
      .filter((runbook) => !near.some((other) => other.runbook === runbook))
      .slice(0, mostOfComponent),
    urgency: rule?.urgency,
    tombstone: from.tombstones.find((candidate) => fold(candidate.name) === fold(name))?.reason,
    triage,
    call: whoToCall(services, from.teams),
    issueUrl: issueUrl(
      from.repository,
      {name, hasRule: rule !== undefined, labels: Object.keys(labels), near: near.map((other) => other.name)},
      language,
    ),
  };
}

/** The name comes from an address that anybody can write: no control, no direction of text, no code mark, and an end. */
function showable(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\p{C}\p{Z}`]+/gu, ' ')
    .trim()
    .slice(0, 120);
}

/** Services of this handbook that are the value of a label, whichever label that is. */
function namedServices(labels: Readonly<Record<string, string>>, {runbooks, teams}: Directory): string[] {
  const known = new Set([...teams.flatMap(({services}) => services), ...runbooks.flatMap(({services}) => services.map(({name}) => name))]);
  return Object.values(labels).filter((value) => known.has(value));
}

interface Alike {
  readonly runbook: Findable;
  /** The most similar of its names. */
  readonly name: string;
  readonly score: number;
}

function sortByLikeness(name: string, runbooks: readonly Findable[]): Alike[] {
  const owners = new Map<string, Findable>();
  for (const runbook of runbooks) for (const own of [...runbook.aliases, ...runbook.alerts]) owners.set(own, runbook);
  const found = new Map<Findable, Alike>();
  for (const near of nearest(name, [...owners.keys()], {most: owners.size, least: 0})) {
    const runbook = owners.get(near.name);
    if (runbook !== undefined && !found.has(runbook)) found.set(runbook, {...near, runbook});
  }
  return [...found.values()];
}

/** Those of the same service, then those that share the most first words of the name, each in the given order. */
function sameComponent(
  {asked, services}: {asked: readonly string[]; services: ReadonlySet<string>},
  runbooks: readonly Alike[],
): Findable[] {
  const shared = runbooks.map(({runbook}) => ({
    runbook,
    isOfService: runbook.services.some(({name}) => services.has(name)),
    words: Math.max(0, ...[...runbook.alerts, ...runbook.aliases].map((name) => sharedStart(asked, splitName(name)))),
  }));
  const deepest = Math.max(0, ...shared.map(({words}) => words));
  return shared
    .filter(({isOfService, words}) => isOfService || (words > 0 && words === deepest))
    .toSorted((a, b) => Number(b.isOfService) - Number(a.isOfService))
    .map(({runbook}) => runbook);
}

/** How many words two names have in common from the first on. A name without capitals has them when it begins with their letters. */
function sharedStart(asked: readonly string[], other: readonly string[]): number {
  const [only = ''] = asked;
  if (isGeneral(other[0] ?? '')) return 0;
  let count = 0;
  if (asked.length > 1) while (count < other.length && asked[count] === other[count]) count++;
  else while (count < other.length && only.startsWith(other.slice(0, count + 1).join(''))) count++;
  return count;
}

function whoToCall(services: ReadonlySet<string>, teams: readonly DirectoryTeam[]): DirectoryTeam[] {
  const owners = teams.filter((team) => team.services.some((service) => services.has(service)));
  const onCall = teams.filter((team) => team.onCall && !owners.includes(team));
  const found = [...owners, ...onCall];
  return found.length > 0 ? found : teams.filter(({channel}) => channel !== undefined);
}
