import * as z from 'zod';
import type {NumberedAsk} from '../board/wire.ts';

const minutes = z
  .number()
  .positive()
  .max(24 * 60)
  .optional();
const number = z.int().nonnegative();

const AskShape = z.discriminatedUnion('kind', [
  z.strictObject({number, kind: z.literal('time')}),
  z.strictObject({number, kind: z.literal('phase'), phase: z.string().max(100), minutes}),
  z.strictObject({number, kind: z.literal('timer'), minutes}),
  z.strictObject({number, kind: z.literal('pass'), to: z.string().max(100)}),
  z.strictObject({number, kind: z.literal('lead'), key: z.string().max(200).optional()}),
  z.strictObject({number, kind: z.literal('close'), key: z.string().max(200)}),
]) satisfies z.ZodType<NumberedAsk>;

/** What cannot be understood; `number` when that much can be read of it. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly number?: number | undefined;
}

/** Reads a stateless message of a tab. */
export function readAsk(payload: string): NumberedAsk | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return {kind: 'unreadable'};
  }
  const ask = AskShape.safeParse(value);
  return ask.success ? ask.data : {kind: 'unreadable', number: z.object({number}).safeParse(value).data?.number};
}
