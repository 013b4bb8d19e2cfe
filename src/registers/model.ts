import type * as z from 'zod';
import type {Catalog, Place} from '../catalog/model.ts';
import type {Agenda, registers} from './contract.ts';
import type {EolSnapshot} from './eol.ts';

/** An entry with the places of what it says. */
export interface Entry<T> {
  readonly value: T;
  /** Where a field stands; the nearest thing around it when it is missing. */
  readonly place: (...path: readonly PropertyKey[]) => Place;
}

export type RegisterName = keyof typeof registers;
export type EntryOf<N extends RegisterName> = z.output<(typeof registers)[N]>['entries'][number];

/** Every register by its name. One without a file is empty. */
export type RegisterEntries = {readonly [N in RegisterName]: readonly Entry<EntryOf<N>>[]};

/** `data/registers/`, `data/agendas/` and `data/snapshots/eol.json`. */
export interface Registers extends RegisterEntries {
  readonly agendas: readonly Entry<Agenda>[];
  /** Undefined without the file: then nothing can be said about the age of a version. */
  readonly eol: EolSnapshot | undefined;
}

/** What registers are held against. */
export interface Around {
  readonly catalog: Catalog;
  /** Every page of the handbook, such as `guidelines/slo`. */
  readonly pages: ReadonlySet<string>;
  /** `2026-01-31` */
  readonly today: string;
}

export const registerFolder = 'data/registers';
