import type {Urgency} from '../catalog/contract.ts';
import type {Alert, Catalog, Service} from '../catalog/model.ts';
import type {Text} from '../catalog/shapes.ts';
import {busFactor, type BusFactor} from '../registers/bus-factor.ts';
import {registers as shapes} from '../registers/contract.ts';
import {addDays} from '../registers/days.ts';
import {drillState, type DrillState} from '../registers/drill-states.ts';
import {tasks} from '../registers/entries/operator.ts';
import type {EntryOf, RegisterName, Registers} from '../registers/model.ts';
import {versionState, type VersionState} from '../registers/version-state.ts';
import type {Evidence} from '../runbook/evidence/contract.ts';
import type {Trust} from '../runbook/evidence/trust.ts';
import type {Done} from './matrix.ts';
import {ownedEntries} from './owned-entries.ts';
import type {OwnedPage} from './owned-page.ts';
import type {Owner} from './owners.ts';

/** Everything that a note is made from. */
export interface Known {
  readonly catalog: Catalog;
  readonly registers: Registers;
  readonly evidence: readonly Evidence[];
  readonly pages: readonly OwnedPage[];
  /** What may be believed of a runbook or procedure; undefined of a page that cannot be used. */
  readonly trust: (slug: string, urgency: Urgency) => Trust | undefined;
  /** `2026-01-31` */
  readonly today: string;
}

export interface OwnedService {
  readonly service: Service;
  /** Whether anything was ever written down of who did what to it: without, nobody knows who can operate it. */
  readonly isRecorded: boolean;
  readonly factor: BusFactor;
  /** The last time that each task was finished, if ever. */
  readonly last: readonly Done[];
  readonly slos: readonly string[];
}

export interface OwnedAlert {
  readonly alert: Alert;
  /** Undefined when nobody has written it. */
  readonly runbook: {readonly slug: string; readonly trust: Trust} | undefined;
}

export interface Drill {
  readonly store: EntryOf<'stores'>;
  readonly title: Text;
  readonly state: DrillState;
}

/** What whoever takes over from an owner has to know, as far as files know it. */
export interface Note {
  readonly owner: Owner;
  readonly today: string;
  /** Registers that are empty: that they name nothing of this owner says nothing. */
  readonly unrecorded: ReadonlySet<RegisterName>;
  /** Of a role: what its seat is for. */
  readonly seat: Text | undefined;
  /** Of a Group: what it owns. */
  readonly services: readonly OwnedService[];
  /** Of a role: what it can operate, and who else can. */
  readonly operates: readonly {readonly service: Service; readonly others: readonly string[]}[];
  readonly alerts: readonly OwnedAlert[];
  /** Runbooks that call the owner when whoever reads them is stuck. */
  readonly calledBy: readonly OwnedPage[];
  readonly pages: readonly OwnedPage[];
  readonly tries: readonly EntryOf<'tries'>[];
  /** Stores that the owner owns or restores. */
  readonly stores: readonly Drill[];
  /** Those whose drill was never, failed, is too old, or will be within `soon` days. */
  readonly drillsDue: readonly Drill[];
  readonly spofs: readonly EntryOf<'spof'>[];
  readonly exceptions: readonly EntryOf<'exceptions'>[];
  /** Whose support ends soon, has ended, or is not known. */
  readonly versions: readonly {readonly version: EntryOf<'versions'>; readonly state: VersionState}[];
  /** What else is the owner's and not over, by register. */
  readonly others: readonly {readonly register: RegisterName; readonly ids: readonly string[]}[];
}

/** Days ahead in which a drill is due soon: a quarter, so that it can be planned. */
const soon = 92;

export function handoverNote(owner: Owner, known: Known): Note {
  const {catalog, registers, pages, today} = known;
  const {name, kind, names} = owner;
  const mine = (value: {readonly owner?: string | undefined}): boolean => names.has(value.owner ?? '');
  const stores = registers.stores
    .map(({value}) => value)
    .filter((store) => mine(store) || names.has(store.restored_by))
    .map((store) => drillOf(store, known));
  return {
    owner,
    today,
    unrecorded: emptyOf(registers),
    seat: registers.charter.find(({value: {role}}) => role === name)?.value.does,
    services: kind === 'group' ? [...catalog.services.values()].filter(mine).map((service) => serviceOf(service, known)) : [],
    operates: kind === 'role' ? operatedBy(name.slice(1), known) : [],
    alerts: alertsOf(name, known),
    calledBy: pages.filter(({escalate_to: called}) => called !== undefined && names.has(called)),
    pages: pages.filter((page) => page.owner === name),
    tries: registers.tries.map(({value}) => value).filter((one) => one.status === 'open' && mine(one)),
    stores,
    drillsDue: stores.filter(({state}) => state.kind !== 'fresh' || state.until <= addDays(today, soon)),
    spofs: registers.spof.map(({value}) => value).filter((one) => one.gone === undefined && mine(one)),
    exceptions: registers.exceptions.map(({value}) => value).filter(mine),
    versions: registers.versions
      .map(({value}) => value)
      .filter(mine)
      .map((version) => ({version, state: versionState(version, {eol: registers.eol, today})}))
      .filter(({state}) => ['ending', 'ended', 'unknown'].includes(state.kind)),
    others: ownedEntries(registers, names),
  };
}

function serviceOf(service: Service, {catalog, registers, today}: Known): OwnedService {
  const done = registers.operators.map(({value}) => value).filter((one) => one.service === service.name && one.finished && one.at <= today);
  return {
    service,
    isRecorded: registers.operators.some(({value}) => value.service === service.name),
    factor: busFactor(service.name, done, {today, roles: rolesOf(catalog)}),
    last: tasks.flatMap(
      (task) =>
        done
          .filter((one) => one.task === task)
          .toSorted(byDay)
          .at(-1) ?? [],
    ),
    slos: [...catalog.slos.values()].filter(({spec}) => spec.service === service.name).map(({metadata}) => metadata.name),
  };
}

function operatedBy(role: string, {catalog, registers, today}: Known): Note['operates'] {
  const done = registers.operators.map(({value}) => value);
  return [...catalog.services.values()].flatMap((service) => {
    const {able} = busFactor(service.name, done, {today, roles: rolesOf(catalog)});
    return able.includes(role) ? [{service, others: able.filter((one) => one !== role)}] : [];
  });
}

/** Alerts of the services that a Group owns; one that speaks of no service belongs to the owner of its runbook. */
function alertsOf(name: string, {catalog, pages, trust}: Known): OwnedAlert[] {
  return [...catalog.alerts.values()].flatMap((alert): OwnedAlert[] => {
    const page = pages.find(({alerts}) => alerts?.includes(alert.name) === true);
    const isMine =
      alert.services.length === 0 ? page?.owner === name : alert.services.some((service) => catalog.services.get(service)?.owner === name);
    if (!isMine) return [];
    return [{alert, runbook: page && {slug: page.slug, trust: trust(page.slug, alert.urgency) ?? {kind: 'never'}}}];
  });
}

function drillOf(store: EntryOf<'stores'>, {catalog, evidence, today}: Known): Drill {
  const title = catalog.resources.get(store.store)?.title ?? {en: store.store, ja: store.store};
  return {store, title, state: drillState(store, {evidence, today})};
}

function rolesOf({teams}: Catalog): ReadonlySet<string> {
  return new Set([...teams.values()].flatMap(({members}) => members));
}

function byDay(a: Done, b: Done): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

function emptyOf(registers: Registers): ReadonlySet<RegisterName> {
  return new Set((Object.keys(shapes) as RegisterName[]).filter((name) => registers[name].length === 0));
}
