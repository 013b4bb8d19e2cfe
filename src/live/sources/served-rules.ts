import * as z from 'zod';

const Strings = z.record(z.string(), z.string());
/** What `/api/v1/rules` answers, as far as it is read. https://prometheus.io/docs/prometheus/latest/querying/api/#rules */
export const Rules = z.object({
  status: z.literal('success'),
  data: z.object({
    groups: z.array(
      z.object({
        interval: z.number().positive(),
        // When its evaluation began: all its rules see the data of that moment.
        lastEvaluation: z.iso.datetime({offset: true}).optional(),
        rules: z.array(
          z.object({
            type: z.string(),
            state: z.string().optional(),
            name: z.string(),
            query: z.string(),
            // Seconds.
            duration: z.number().default(0),
            keepFiringFor: z.number().default(0),
            // As vmalert writes it.
            keep_firing_for: z.number().default(0),
            labels: Strings.default({}),
            // Its other words are the source's own, and no reader's business.
            health: z.enum(['ok', 'err', 'unknown']).catch('unknown'),
            lastEvaluation: z.iso.datetime({offset: true}),
            alerts: z
              .array(
                z.object({
                  state: z.enum(['firing', 'pending', 'inactive']),
                  labels: Strings,
                  annotations: Strings.default({}),
                  // Thanos has null for one that is inactive.
                  activeAt: z.iso.datetime({offset: true}).nullable(),
                }),
              )
              .nullish()
              .transform((alerts) => alerts ?? []),
          }),
        ),
      }),
    ),
  }),
  warnings: z.array(z.string()).optional(),
});
export type ServedGroup = z.output<typeof Rules>['data']['groups'][number];
export type ServedRule = z.output<typeof Rules>['data']['groups'][number]['rules'][number];
