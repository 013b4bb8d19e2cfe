import * as z from 'zod';
import {milliseconds} from './duration.ts';

/** Control characters but for the end of a line, and marks that turn the direction of what follows: a reader would see other words than these. */
const unseen = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

const words = 'text that is not blank, without control characters or marks of direction';
/** Text that a reader sees, in one language. */
export const Words = z
  .string('text')
  .regex(/\S/, {error: words, abort: true})
  .refine((text) => !unseen.test(text), words);

/** Text that a reader sees, in every language of `data/site.yaml`. */
export const Text = z.strictObject(
  {en: Words, ja: Words},
  {
    error: ({code}) => (code === 'invalid_type' ? 'a text in each language: { en: …, ja: … }' : undefined),
  },
);
export type Text = z.infer<typeof Text>;

const form = 'a duration without spaces, such as 15s, 5m or 1h30m';
/** A length of time as Prometheus writes it: `30s`, `1m30s`, `4d`. https://prometheus.io/docs/prometheus/latest/configuration/configuration/ */
export const Duration = z.string(form).regex(/^(?=\d)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/, {error: form, abort: true});

/** A duration within bounds, both included. */
export function between(least: string, most: string, noun: string): z.ZodType<string> {
  return Duration.refine(
    (duration) => milliseconds(least) <= milliseconds(duration) && milliseconds(duration) <= milliseconds(most),
    `${noun} from ${least} to ${most}`,
  );
}

/** A name as Backstage allows it. https://backstage.io/docs/features/software-catalog/descriptor-format#name-required */
export const EntityName = z.string().regex(/^[a-zA-Z0-9]([-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?$/, 'a Backstage entity name');
