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

/** What the policies read of `terraform show -json`. https://developer.hashicorp.com/terraform/internals/json-format */
export const Plan = z.object({
  format_version: z.string().regex(/^1\./, 'a plan of format 1, as terraform show -json writes it'),
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
