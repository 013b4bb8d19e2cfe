import * as z from 'zod';

/** What a string of a register speaks of, beside itself: something of `data/` or the pages, or the calendar. */
export type Target = 'owner' | 'service' | 'resource' | 'part' | 'page' | 'try' | 'exception' | 'past';

/** Marks the strings of a shape that must name something that exists, and the days and months that cannot be yet to come. */
const targets = z.registry<{readonly to: Target}>();

export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'words of a-z and 0-9, joined by hyphens');
export const Day = z.iso.date('a day such as 2026-01-31');
/** A day on which something was seen or done. */
export const Past = z.iso.date('a day such as 2026-01-31').register(targets, {to: 'past'});
/** A month of which something was counted or paid. */
export const PastMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-01')
  .register(targets, {to: 'past'});
/** A Group of the catalog, or `@role`: a member of one. */
export const Owner = z.string().min(1).register(targets, {to: 'owner'});
/** A Component of the catalog. */
export const ServiceName = z.string().min(1).register(targets, {to: 'service'});
/** A Resource of the catalog. */
export const ResourceName = z.string().min(1).register(targets, {to: 'resource'});
/** A Component or a Resource of the catalog. */
export const PartName = z.string().min(1).register(targets, {to: 'part'});
/** A page that exists, such as `procedures/roll-back-release`. */
export const PageName = z.string().min(1).register(targets, {to: 'page'});
/** The Try that something came from. */
export const TryId = z.string().min(1).register(targets, {to: 'try'});
/** An exception of `data/registers/exceptions.yaml`. */
export const ExceptionId = z.string().min(1).register(targets, {to: 'exception'});
/** A role handle, never a person; what happened keeps the role that it had then. */
export const RoleName = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a role such as sre-primary, never a person');

export const Count = z.int().nonnegative();
export const Minutes = z.int().positive();
/** Days after which a look is too old. */
export const Every = z.int().positive().max(730);

/** A string that must name something, and where it stands in its entry. */
export interface Mention {
  readonly to: Target;
  readonly path: readonly PropertyKey[];
  readonly value: string;
}

/** Every marked string of a value that fits its shape. */
export function mentionsIn(shape: z.core.$ZodType, value: unknown, path: readonly PropertyKey[] = []): Mention[] {
  if (value === undefined) return [];
  const to = targets.get(shape)?.to;
  if (to !== undefined && typeof value === 'string') return [{to, path, value}];
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodDefault) return mentionsIn(shape.def.innerType, value, path);
  if (shape instanceof z.ZodArray && Array.isArray(value)) return value.flatMap((one, i) => mentionsIn(shape.element, one, [...path, i]));
  if (shape instanceof z.ZodObject && typeof value === 'object')
    return Object.entries(shape.shape).flatMap(([key, inner]) =>
      mentionsIn(inner as z.core.$ZodType, (value as Readonly<Record<string, unknown>>)[key], [...path, key]),
    );
  return [];
}
