import * as z from 'zod';

const common = {name: z.string().optional(), labels: z.record(z.string(), z.string()).optional()};

/**
 * What a plan says that it will make, as the module of `examples/terraform` declares it in the `input` of a `terraform_data`. All but the kind may be
 * missing, or not known before it is made: a policy then refuses it, because what nobody said is not safe. What is there and of another form is
 * refused as well.
 */
export const Declared = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('service'),
    level: z.enum(['A', 'B', 'C']).optional(),
    zones: z.array(z.string()).optional(),
    /** Networks (CIDR) that may reach administration ports. */
    admin_from: z.array(z.string()).optional(),
  }),
  z.object({
    ...common,
    /** A cache may be lost at any time: nothing lives only there. */
    kind: z.enum(['database', 'object-storage', 'queue', 'cache']),
    public: z.boolean().optional(),
    encrypted: z.boolean().optional(),
    deletion_protection: z.boolean().optional(),
    /** For how many days backups are kept. */
    backup_days: z.number().optional(),
  }),
]);
export type Declared = z.output<typeof Declared>;

/** A module of the values that are planned, as far as it says whether there are any. */
const Module = z.object({
  resources: z.array(z.object({mode: z.string().default('managed')})).default([]),
  get child_modules(): z.ZodDefault<z.ZodArray<typeof Module>> {
    return z.array(Module).default([]);
  },
});

function holdsAny(planned: z.output<typeof Module> | undefined): boolean {
  if (planned === undefined) return false;
  return planned.resources.some(({mode}) => mode === 'managed') || planned.child_modules.some(holdsAny);
}

/** What the policies read of `terraform show -json`. https://developer.hashicorp.com/terraform/internals/json-format */
export const Plan = z
  .object({
    format_version: z.string().regex(/^1\./, 'a plan of format 1, as terraform show -json writes it'),
    /** Only a state has it. */
    values: z.unknown().optional(),
    /** A plan that broke off is not whole. */
    errored: z.boolean().default(false),
    planned_values: z.object({root_module: Module.optional()}).optional(),
    resource_changes: z
      .array(
        z.object({
          address: z.string(),
          mode: z.string().default('managed'),
          type: z.string(),
          change: z.object({
            actions: z.array(z.string()),
            after: z.record(z.string(), z.unknown()).nullish(),
          }),
        }),
      )
      .default([]),
  })
  .check(({value: {values, errored, planned_values: planned, resource_changes: changes}, issues}) => {
    const refuse = (key: string, message: string): void => void issues.push({code: 'custom', input: undefined, path: [key], message});
    if (values !== undefined) refuse('values', 'found a state, expected a plan: terraform plan -out PLAN writes one');
    if (errored) refuse('errored', 'found a plan that broke off with an error, expected a whole one');
    // Terraform lists what stays as it is as well: where it plans things and lists none, the list was lost.
    if (changes.length === 0 && holdsAny(planned?.root_module))
      refuse('resource_changes', 'found none beside planned values, expected one for each thing that is planned');
  });
export type Plan = z.output<typeof Plan>;

/** What a policy found in place of what it expects. */
export interface Fault {
  readonly found: string;
  readonly expected: string;
}

/** Undefined where the policy is content, or does not speak of such a thing. */
export type Judge = (declared: Declared) => Fault | undefined;

export interface Policy {
  /** `policy/` and the file's name: the same in the Terraform module's messages, on the pages, and in the register of exceptions. */
  readonly id: `policy/${string}`;
  readonly judge: Judge;
}

export interface Breach extends Fault {
  readonly policy: string;
  /** Address of the resource in the plan. */
  readonly address: string;
  /** Id of the entry of data/registers/exceptions.yaml that lets it through. */
  readonly excusedBy?: string;
}
