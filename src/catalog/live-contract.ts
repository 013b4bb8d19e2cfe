import * as z from 'zod';
import {between, Duration, EntityName, Text} from './shapes.ts';

const Variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'the name of an environment variable');
const noSecret = 'an address without credentials (name a variable with tokenFrom)';
const Address = z.url({protocol: /^https?$/, error: 'an http or https address', abort: true}).refine(bearsNoSecret, noSecret);
/** An address that readers are sent to. */
const Link = z.url({protocol: /^https$/, error: 'an https address', abort: true}).refine(bearsNoSecret, 'an address without credentials');
const Pointer = z.string().regex(/^(\/([^~/]|~[01])*)*$/, 'a JSON Pointer such as /data/rows/0/value (RFC 6901)');

/** How something outside is reached. Secrets stay in the environment; here is only the name of the variable. */
const reach = {
  /** Private and loopback addresses are refused unless this is true. Addresses of cloud metadata are always refused. */
  allowPrivate: z.boolean().default(false),
  /** How long one answer may take. */
  timeout: between('100ms', '30s', 'a time-out').default('5s'),
  /** The environment variable that holds a token. */
  tokenFrom: Variable.optional(),
  /** What stands before the token in `Authorization`. Redash wants `Key`. */
  tokenScheme: z.literal(['Bearer', 'Key', 'Token']).default('Bearer'),
  /** The environment variable that holds `user:password`. */
  basicFrom: Variable.optional(),
  /** Headers without secrets, such as `X-Scope-OrgID` of Mimir. Not those that the connection or the credentials own. */
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]+$/, 'a header name'), z.string().regex(/^[\x20-\x7e]*$/, 'visible ASCII on one line'))
    .default({}),
};
export const Reach = z.strictObject(reach);
export type Reach = z.infer<typeof Reach>;

/** A server that live state is read from. One of each kind. */
export const Source = z.strictObject({
  ...reach,
  kind: z.literal(['prometheus', 'alertmanager']),
  /** Base address, without `/api`. */
  url: Address,
  timeout: between('100ms', '10s', 'a time-out').default('2s'),
  /** Where a reader may look at the source. Shown in the evidence; the address above never is. */
  console: Link.optional(),
});
export type Source = z.infer<typeof Source>;

// No union: of two alternatives that fail, the message could name one only.
const Target = z
  .string()
  .refine((target) => target === 'self' || (/^(https?|tcp|tls):\/\//i.test(target) && URL.canParse(target)), {
    error: 'self, or an http, https, tcp or tls address, such as tcp://db.example:5432',
    abort: true,
  })
  .refine(bearsNoSecret, {error: noSecret, abort: true})
  .refine((target) => target === 'self' || /^https?:/i.test(target) || isPlace(target), 'a host and a port alone');

/** One target that the built-in prober asks. */
export const Probe = z.strictObject({
  ...reach,
  name: EntityName,
  /** The component whose state this probe is part of; none for a probe of a provider. */
  service: z.string().optional(),
  /** `self` (this server), `https://…`, `http://…`, `tcp://host:port`, or `tls://host:port` for the expiry of a certificate. */
  target: Target,
  /** For HTTP. */
  path: z
    .string()
    .regex(/^\/(?![/\\])/, 'a path such as /healthz')
    .default('/'),
  every: between('1s', '1d', 'an interval').default('30s'),
  /** Status codes that count as up; a redirect is not followed. */
  expect: z.array(z.number().int().min(100).max(599)).min(1).default([200]),
  /** Failures in a row after which the target is down; before that it is degraded. */
  downAfter: z.number().int().min(1).max(10).default(2),
  /** For `tls://`: a certificate that ends sooner than this is degraded. Without it, 21 days. */
  warnBefore: between('1s', '10y', 'a time').optional(),
});
export type Probe = z.infer<typeof Probe>;

/** A series that is rightly absent in good health, and what must be there instead. */
export const MayBeAbsent = z.strictObject({
  alert: z.string(),
  metric: z.string(),
  because: Text,
  /** PromQL that returns something while the absence can be believed, and can itself be absent. */
  witness: z.string().min(1),
});
export type MayBeAbsent = z.infer<typeof MayBeAbsent>;

const Bound = z
  .strictObject({above: z.number().optional(), below: z.number().optional()})
  .refine(({above, below}) => above !== undefined || below !== undefined, 'above or below')
  .refine(({above = Infinity, below = -Infinity}) => below <= above, 'below not greater than above, so that a figure can be within');
const figure = {
  name: EntityName,
  title: Text,
  /** Written behind the figure: `s`, `%`, `req/s`. */
  unit: z.string().max(20).optional(),
  /** Out of these bounds the figure is degraded, or down, which must not come before it. Without bounds it has no colour of its own. */
  degraded: Bound.optional(),
  down: Bound.optional(),
};

/** A figure that pages may show, asked by name. The browser never sends a query. */
export const Query = z.union([
  z.strictObject({
    ...figure,
    /** PromQL that returns one series. `$name` stands in string literals only, for the parameters below. */
    expr: z.string().min(1),
    /** Closed lists. Each combination is an id of its own: `query:<name>:<value>`, values in this order. */
    params: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.array(z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/)).min(1)).default({}),
    /** With a range the figure comes with its history, aligned to `step`. */
    range: between('1m', '90d', 'a range').optional(),
    step: between('1s', '1d', 'a step').default('1m'),
    every: between('1s', '1d', 'an interval').default('15s'),
  }),
  z.strictObject({
    ...reach,
    ...figure,
    /** An answer in JSON, and where in it the figure stands. A Redash query's result is one use. */
    json: z.strictObject({url: Address, value: Pointer, at: Pointer.optional(), maxAge: Duration.optional()}),
    every: between('10s', '1d', 'an interval').default('1m'),
  }),
]);
export type Query = z.infer<typeof Query>;

const provider = {
  ...reach,
  name: EntityName,
  title: Text,
  every: between('10s', '1d', 'an interval').default('1m'),
  /** Our own probe of it, by name: the provider's word stands beside it. */
  probe: z.string().optional(),
  /** The provider's own page, for readers. */
  link: Link.optional(),
  /** Components that stop when it stops. */
  usedBy: z.array(z.string()).default([]),
};
const Word = z.literal(['ok', 'degraded', 'down', 'maintenance']);

/** Somebody else's system, by its own word. A word that is not known here is unknown. */
export const Provider = z.discriminatedUnion('kind', [
  z.strictObject({
    ...provider,
    kind: z.literal('statuspage'),
    /** Address of `summary.json`. https://www.atlassian.com/software/statuspage */
    url: Address,
    /** One component of the page by its name; without it, the whole page. */
    component: z.string().optional(),
  }),
  z.strictObject({
    ...provider,
    kind: z.literal('github-actions'),
    repository: z.string().regex(/^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/, 'owner/name'),
    /** File name of the workflow. */
    workflow: z.string().regex(/^[\w.-]+\.ya?ml$/, 'a workflow file such as nightly.yml'),
    branch: z.string().optional(),
    /** A last run older than this vouches for nothing. */
    maxAge: Duration.optional(),
    api: Address.default('https://api.github.com'),
  }),
  z.strictObject({
    ...provider,
    kind: z.literal('json'),
    url: Address,
    /** Where the word stands, and what each word means. */
    value: Pointer,
    words: z.record(z.string(), Word).refine((words) => Object.keys(words).length > 0, 'at least one of their words, as in {up: ok}'),
    /** Where the time of the word stands (ISO 8601), and how old it may be. */
    at: Pointer.optional(),
    maxAge: Duration.optional(),
  }),
]);
export type Provider = z.infer<typeof Provider>;

/** A team's on-call calendar. From it comes only which role has the shift; how to reach it stands in `data/catalog`. */
export const Calendar = z.strictObject({
  ...reach,
  team: z.string(),
  kind: z.literal('icalendar'),
  url: Address.optional(),
  /** The environment variable that holds the address, where the address itself is a secret. */
  urlFrom: Variable.optional(),
  every: between('10s', '1d', 'an interval').default('5m'),
  /** Role of the team → a word in the summary of its shifts. Without it, the role's own name. */
  roles: z.record(z.string(), z.string().min(1)).default({}),
});
export type Calendar = z.infer<typeof Calendar>;

const Watchdog = z.union([
  z
    .string()
    .min(1)
    .transform((alert) => ({alert, labels: {} as Record<string, string>})),
  z.strictObject({alert: z.string().min(1), labels: z.record(z.string(), z.string())}),
]);

/** `data/live.yaml` */
export const LiveConfig = z.strictObject({
  sources: z.array(Source),
  /**
   * The alert that always fires while the pipeline works; with labels where one Alertmanager serves several clusters. It is one of
   * `data/alerts`, unless that declares none.
   */
  watchdog: Watchdog,
  /** Labels of alerts that readers may see, beside those that data/alerts sets and those that runbooks ask for. */
  labels: z.array(z.string()).default([]),
  /** Hosts that links in annotations may lead to; `*.example.com` is every host below it. Behind the star are two labels or more. */
  linkHosts: z
    .array(z.string().regex(/^(\*\.[a-z0-9-]+\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'a host name, or one such as *.example.com'))
    .default([]),
  probes: z.array(Probe),
  mayBeAbsent: z.array(MayBeAbsent),
  queries: z.array(Query).default([]),
  providers: z.array(Provider).default([]),
  oncall: z.array(Calendar).default([]),
});
export type LiveConfig = z.infer<typeof LiveConfig>;

function bearsNoSecret(url: string): boolean {
  return !URL.canParse(url) || `${new URL(url).username}${new URL(url).password}` === '';
}

function isPlace(url: string): boolean {
  return !URL.canParse(url) || (/^\/?$/.test(new URL(url).pathname) && !/[?#]/.test(url));
}
