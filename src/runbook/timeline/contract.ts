/** What can happen on the page of a runbook or procedure. */
const kinds = ['opened', 'ticked', 'unticked', 'copied', 'noted', 'state'] as const;

export interface Happening {
  readonly kind: (typeof kinds)[number];
  /** The command that was copied, the words of a note, or the change of a live word: `alert:Name ok → firing`. */
  readonly text?: string;
  readonly step?: {readonly id: string; readonly title: string};
}

/** One line of a timeline. It is written once and never changed. */
export interface Entry extends Happening {
  /** Unique over devices: importing what is known adds nothing. */
  readonly id: string;
  /** UTC with milliseconds: `2026-11-21T18:12:07.250Z`. */
  readonly at: string;
  /** Slug of the page: `runbooks/pod-crash-looping`. */
  readonly page: string;
  /** The alert that led to the page, where this is known. */
  readonly alert?: string;
}

/** What stands around the entries of an incident. It goes on until somebody closes it or begins another, or nobody did anything for twelve hours. */
export interface IncidentRecord {
  readonly id: string;
  readonly startedAt: string;
  readonly title: string;
  readonly closedAt?: string;
}

export interface Incident extends IncidentRecord {
  /** In the order in which they happened. */
  readonly entries: readonly Entry[];
}

/*
 * What comes back from a paste is read by hand: a schema library weighs more than the whole page may. Every reader gives a clean copy with the known
 * fields only, or undefined.
 */

export function readEntry(value: unknown): Entry | undefined {
  if (!isObject(value)) return undefined;
  const {id, at, page, alert, kind, text, step} = value;
  if (!isId(id) || !isTime(at) || !isSlug(page) || !isKind(kind) || !isMaybeText(text) || !isMaybeName(alert)) return undefined;
  const read = step === undefined ? undefined : readStep(step);
  if (step !== undefined && read === undefined) return undefined;
  return {
    id,
    at,
    page,
    kind,
    ...(alert !== undefined && {alert}),
    ...(text !== undefined && {text}),
    ...(read !== undefined && {step: read}),
  };
}

export function readIncidentRecord(value: unknown): IncidentRecord | undefined {
  if (!isObject(value)) return undefined;
  const {id, startedAt, title, closedAt} = value;
  if (!isId(id) || !isTime(startedAt) || !isName(title) || !(closedAt === undefined || isTime(closedAt))) return undefined;
  return {id, startedAt, title, ...(closedAt !== undefined && {closedAt})};
}

function readStep(value: unknown): Happening['step'] {
  if (!isObject(value)) return undefined;
  const {id, title} = value;
  return isName(id) && isName(title) ? {id, title} : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKind(value: unknown): value is Happening['kind'] {
  return (kinds as readonly unknown[]).includes(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** It becomes a link. */
function isSlug(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && /^\w[\w.-]*(\/\w[\w.-]*)*$/.test(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 500;
}

function isMaybeName(value: unknown): value is string | undefined {
  return value === undefined || isName(value);
}

/** As long as a note or a command may be; a paste is not a way to fill the storage of somebody's browser. */
function isMaybeText(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value.length <= 20_000);
}
