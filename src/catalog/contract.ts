import * as z from 'zod';
import {milliseconds} from './duration.ts';
import {Duration, EntityName, Text} from './shapes.ts';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/** `data/site.yaml`: what a team that clones the handbook sets first. */
export const Site = z
  .strictObject({
    name: Text,
    organisation: Text,
    /** True while the organisation is the fictional one; every page then says so. */
    sample: z.boolean(),
    /** The day on which the sample data stands still: lint judges ages against it, so that a template does not turn red by itself. */
    as_of: z.iso.date().optional(),
    url: z.url({protocol: /^https?$/}),
    repository: z.url({protocol: /^https?$/}),
    /** The first is served at `/`, the others under their own prefix. */
    languages: z
      .array(z.enum(languages))
      .min(1)
      .refine((given) => new Set(given).size === given.length, 'each language once')
      .refine((given) => given.length === 1 || given[0] === 'en', 'en first: the pages of docs/ are English'),
    brand: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as #2f5d62'),
  })
  // A clock that stands still by mistake never strikes.
  .check(({value: {sample, as_of}, issues}) => {
    if (sample || as_of === undefined) return;
    const message = 'as_of only while sample is true: ages are judged on the present';
    issues.push({code: 'custom', input: as_of, path: ['as_of'], message});
  });
export type Site = z.infer<typeof Site>;

/** What a rule's `severity` asks of a person: `page` wakes somebody, `ticket` waits for the working day, `note` only informs. */
export const urgencies = ['page', 'ticket', 'note'] as const;
export type Urgency = (typeof urgencies)[number];

/** `data/severity.yaml` */
export const Severity = z.strictObject({labels: z.record(z.string(), z.enum(urgencies))});

const Metadata = z.strictObject({
  name: EntityName,
  namespace: EntityName.optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  annotations: z.record(z.string(), z.string()).optional(),
  labels: z.record(z.string(), z.string()).optional(),
  tags: z.array(z.string()).optional(),
  links: z
    .array(z.strictObject({url: z.string(), title: z.string().optional(), icon: z.string().optional(), type: z.string().optional()}))
    .optional(),
});
const entity = {apiVersion: z.literal(['backstage.io/v1alpha1', 'backstage.io/v1beta1']), metadata: Metadata};
const Refs = z.array(z.string()).optional();

/** Entities in Backstage's own shape. https://backstage.io/docs/features/software-catalog/descriptor-format */
export const Entity = z.discriminatedUnion('kind', [
  z.strictObject({
    ...entity,
    kind: z.literal('Group'),
    spec: z.strictObject({
      type: z.string(),
      profile: z.looseObject({displayName: z.string().optional()}).optional(),
      parent: z.string().optional(),
      children: z.array(z.string()),
      /** Role handles such as `sre-primary`, not persons. */
      members: Refs,
    }),
  }),
  z.strictObject({...entity, kind: z.literal('System'), spec: z.strictObject({owner: z.string(), domain: z.string().optional()})}),
  z.strictObject({
    ...entity,
    kind: z.literal('Component'),
    spec: z.strictObject({
      type: z.string(),
      lifecycle: z.string(),
      owner: z.string(),
      system: z.string().optional(),
      subcomponentOf: z.string().optional(),
      dependsOn: Refs,
      providesApis: Refs,
      consumesApis: Refs,
    }),
  }),
  z.strictObject({
    ...entity,
    kind: z.literal('Resource'),
    spec: z.strictObject({type: z.string(), owner: z.string(), system: z.string().optional(), dependsOn: Refs, dependencyOf: Refs}),
  }),
]);
export type Entity = z.infer<typeof Entity>;
export type EntityKind = Entity['kind'];

const Labels = z.record(z.string(), z.string());
/** One rule of a Prometheus rule file. https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
export const Rule = z.union([
  z.strictObject({
    alert: z.string().min(1),
    expr: z.coerce.string().min(1),
    for: Duration.optional(),
    keep_firing_for: Duration.optional(),
    labels: Labels.optional(),
    annotations: Labels.optional(),
  }),
  z.strictObject({record: z.string().min(1), expr: z.coerce.string().min(1), labels: Labels.optional()}),
]);
export const RuleFile = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string().min(1),
      interval: Duration.optional(),
      limit: z.number().int().optional(),
      query_offset: Duration.optional(),
      labels: Labels.optional(),
      partial_response_strategy: z.string().optional(),
      rules: z.array(Rule),
    }),
  ),
});
/** The same rules as a Kubernetes resource. https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule */
export const PrometheusRule = z.looseObject({
  apiVersion: z.literal('monitoring.coreos.com/v1'),
  kind: z.literal('PrometheusRule'),
  spec: RuleFile,
});

/** The annotation of an objective that names its alert. An objective without it has no rules of ours. */
export const burnAlert = 'handbook/burn-alert';

/** In a shorter window the slowest alert, over three days, would fire while the budget lasts; in a longer one nobody remembers what spent it. */
const shortestBurn = '28d';
const longestBurn = '90d';

/** What a budget is counted over: so much time until now, or a page of the calendar, which this handbook does not compute. */
const Window = z.discriminatedUnion('isRolling', [
  z.looseObject({
    isRolling: z.literal(true),
    duration: Duration.refine((given) => milliseconds(given) > 0, {error: 'more than no time', abort: true}),
  }),
  z.looseObject({
    isRolling: z.literal(false),
    duration: z.string().regex(/^[1-9]\d*[dwMQY]$/, 'a window of the calendar such as 1M'),
  }),
]);

/** A service level objective. https://github.com/OpenSLO/OpenSLO#slo */
export const OpenSlo = z
  .strictObject({
    apiVersion: z.literal('openslo/v1'),
    kind: z.literal('SLO'),
    metadata: z.strictObject({
      name: EntityName,
      displayName: z.string().optional(),
      annotations: z
        .object({
          [burnAlert]: z
            .string()
            .regex(/^[A-Za-z_]\w*$/, 'the name of an alert, such as ApiErrorBudgetBurn')
            .optional(),
        })
        .catchall(z.string())
        .optional(),
      labels: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
    }),
    spec: z.strictObject({
      description: z.string().optional(),
      service: EntityName,
      indicator: z.looseObject({}).optional(),
      indicatorRef: z.string().optional(),
      timeWindow: z.array(Window).length(1),
      budgetingMethod: z.literal(['Occurrences', 'Timeslices', 'RatioTimeslices']),
      objectives: z.array(z.looseObject({displayName: z.string().optional(), target: z.number().gt(0).lt(1).optional()})).min(1),
      alertPolicies: z.array(z.unknown()).optional(),
    }),
  })
  .check(({value: {metadata, spec}, issues}) => {
    const [window] = spec.timeWindow;
    if (metadata.annotations?.[burnAlert] === undefined || window === undefined || hasBurnRates(window)) return;
    const [key, input] = window.isRolling ? ['duration', window.duration] : ['isRolling', false];
    const message = `a rolling window of whole days from ${shortestBurn} to ${longestBurn}, or no ${burnAlert}`;
    issues.push({code: 'custom', input, path: ['spec', 'timeWindow', 0, key], message});
  });
export type OpenSlo = z.infer<typeof OpenSlo>;

function hasBurnRates({isRolling, duration}: z.output<typeof Window>): boolean {
  const length = milliseconds(duration);
  const isWithin = milliseconds(shortestBurn) <= length && length <= milliseconds(longestBurn);
  return isRolling && isWithin && length % milliseconds('1d') === 0;
}
