import type {Entry, Happening, Incident, IncidentRecord} from './contract.ts';
import type {Records} from './shelf.ts';

const hour = 3_600_000;
/** Nobody works twelve hours on an incident without a trace; and a tab forgotten open must not carry Tuesday's incident into Thursday's. */
const silence = 12 * hour;
/** The same live word stands at several places of a page, and in several tabs: within this time they tell the same change. */
const echo = 10_000;

export interface Timeline {
  readonly running: Incident | undefined;
  /** The latest first. */
  readonly past: readonly IncidentRecord[];
}

/** What happened on a page, before it is written down. */
export interface Report {
  readonly page: string;
  readonly alert?: string | undefined;
  /** Milliseconds, as all times of a report. */
  readonly openedAt: number;
  readonly happened: readonly {readonly at: number; readonly what: Happening}[];
}

export async function readTimeline(records: Records, now: number): Promise<Timeline> {
  const running = await findRunning(records, now);
  const past = (await records.incidents()).filter(({id}) => id !== running?.id);
  return {running, past: past.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))};
}

export async function readIncident(records: Records, id: string): Promise<Incident | undefined> {
  const record = (await records.incidents()).find((incident) => incident.id === id);
  return record && {...record, entries: inOrder(await records.entries(id))};
}

/**
 * Writes a report into the running incident, or begins one.
 *
 * @returns what was written; undefined when the report was not taken: a live word that changes on a page where nobody has done anything yet is no
 * incident.
 */
export async function addReport(records: Records, report: Report, now: number): Promise<readonly Entry[] | undefined> {
  const {page, alert, openedAt, happened} = report;
  const running = await findRunning(records, now);
  const isOpened = running?.entries.some((entry) => entry.page === page) === true;
  if (!isOpened && happened.length > 0 && happened.every(({what}) => what.kind === 'state')) return undefined;
  const incident = running ?? (await beginIncident(records, report, now));
  const entries = [...(isOpened ? [] : [{at: openedAt, what: {kind: 'opened'} as Happening}]), ...happened].map(({at, what}): Entry => ({
    id: makeId(),
    at: new Date(at).toISOString(),
    page,
    ...(alert !== undefined && {alert}),
    ...what,
  }));
  const fresh = entries.filter((entry) => !isEcho(entry, running?.entries ?? []));
  for (const entry of fresh) await records.addEntry(entry, incident.id);
  return fresh;
}

/** Begins an incident; those before it are over. */
export async function beginIncident(records: Records, {page, alert, openedAt}: Report, now: number): Promise<IncidentRecord> {
  await closeIncidents(records, now);
  const incident: IncidentRecord = {id: makeId(), startedAt: new Date(openedAt).toISOString(), title: alert ?? page};
  await records.putIncident(incident);
  return incident;
}

/** Closes whatever is open. One that nobody closed in time ended with its last entry. */
export async function closeIncidents(records: Records, now: number): Promise<void> {
  for (const incident of await openIncidents(records)) {
    const last = lastDeed(incident);
    const isOver = now - last > silence;
    await records.putIncident({...recordOf(incident), closedAt: new Date(isOver ? last : now).toISOString()});
  }
}

/** Takes back the closing of an incident: it runs again if its last entry is not too old. */
export async function resumeIncident(records: Records, id: string, now: number): Promise<void> {
  const incident = await readIncident(records, id);
  if (incident === undefined) return;
  await closeIncidents(records, now);
  const {closedAt: _, ...record} = recordOf(incident);
  await records.putIncident(record);
}

/** Whether `resumeIncident` would make it run. */
export function isResumable(incident: Incident, now: number): boolean {
  return now - lastDeed(incident) <= silence;
}

/**
 * Brings in what another device has written. It goes to the incident that holds some of it already, or else to the running one when both are of
 * the same time, or else it stands for itself.
 *
 * @returns how many entries were new here, and how many were known.
 */
export async function mergeIncident(records: Records, brought: Incident, now: number): Promise<{added: number; known: number}> {
  const fresh: Entry[] = [];
  let holder: string | undefined;
  for (const entry of new Map(brought.entries.map((each) => [each.id, each])).values()) {
    const held = await records.holderOf(entry.id);
    if (held === undefined) fresh.push(entry);
    holder ??= held;
  }
  const running = await findRunning(records, now);
  const here =
    (await records.incidents()).find(({id}) => id === (holder ?? brought.id)) ??
    (running && isOfOneTime(running, brought) ? running : undefined);
  const target = here ?? recordOf(brought);
  // A device that has one running incident goes on with it.
  const isSecond = here === undefined && running !== undefined && target.closedAt === undefined;
  const startedAt = target.startedAt < brought.startedAt ? target.startedAt : brought.startedAt;
  await records.putIncident({...recordOf(target), startedAt, ...(isSecond && {closedAt: new Date(lastDeed(brought)).toISOString()})});
  for (const entry of fresh) await records.addEntry(entry, target.id);
  return {added: fresh.length, known: brought.entries.length - fresh.length};
}

/** The steps of a page that are ticked: the last word on each counts. */
export function tickedSteps({entries}: Incident, page: string): ReadonlySet<string> {
  const ticked = new Set<string>();
  for (const {kind, step, page: of} of inOrder(entries)) {
    if (of !== page || step === undefined) continue;
    if (kind === 'ticked') ticked.add(step.id);
    if (kind === 'unticked') ticked.delete(step.id);
  }
  return ticked;
}

/** Minutes from the first entry to the last deed, rounded up; at least one. */
export function minutesOf(incident: Incident): number {
  const first = Date.parse(incident.entries[0]?.at ?? incident.startedAt);
  return Math.max(1, Math.ceil((lastDeed(incident) - first) / 60_000));
}

function makeId(): string {
  // `randomUUID` is not there on a page without HTTPS.
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function findRunning(records: Records, now: number): Promise<Incident | undefined> {
  const alive = (await openIncidents(records)).filter((incident) => now - lastDeed(incident) <= silence);
  return alive.toSorted((a, b) => lastDeed(b) - lastDeed(a))[0];
}

async function openIncidents(records: Records): Promise<Incident[]> {
  const open: Incident[] = [];
  for (const record of await records.incidents())
    if (record.closedAt === undefined) open.push({...record, entries: inOrder(await records.entries(record.id))});
  return open;
}

/** When a person last did something. A live word that changes for days does not keep an incident going. */
function lastDeed({startedAt, entries}: Incident): number {
  return Date.parse(entries.findLast(({kind}) => kind !== 'state')?.at ?? startedAt);
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(
    (a, b) => a.at.localeCompare(b.at) || Number(b.kind === 'opened') - Number(a.kind === 'opened') || a.id.localeCompare(b.id),
  );
}

function isEcho(entry: Entry, before: readonly Entry[]): boolean {
  return (
    entry.kind === 'state' &&
    before.some(({kind, text, at}) => kind === 'state' && text === entry.text && Math.abs(Date.parse(at) - Date.parse(entry.at)) < echo)
  );
}

function isOfOneTime(running: Incident, brought: Incident): boolean {
  return lastDeed(brought) >= Date.parse(running.startedAt) - silence && Date.parse(brought.startedAt) <= lastDeed(running) + silence;
}

function recordOf({id, startedAt, title, closedAt}: IncidentRecord): IncidentRecord {
  return {id, startedAt, title, ...(closedAt !== undefined && {closedAt})};
}
