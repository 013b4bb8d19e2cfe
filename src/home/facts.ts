import type {Language} from '../catalog/contract.ts';
import type {ServiceFacts} from '../live/facts.ts';
import type {Findable} from '../search/findable.ts';

/** A page that a door leads to, in one language. */
export interface Door {
  /** Path below the site's root. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** How long it takes to read. */
  readonly minutes: number;
}

/** What the home page shows besides live state. A page that a team has removed leaves no trace here. */
export interface HomeFacts {
  readonly runbooks: readonly Findable[];
  /** The service that this handbook itself is: the one that its own prober asks. */
  readonly house: ServiceFacts | undefined;
  readonly next: Door | undefined;
  readonly mission: Door | undefined;
  readonly health: Door | undefined;
  readonly kpt: Door | undefined;
}

/** English is read at about 200 words a minute, Japanese at about 500 characters. */
const pace: Readonly<Record<Language, {readonly unit: RegExp; readonly perMinute: number}>> = {
  en: {unit: /[\p{L}\p{N}]+(['’.-][\p{L}\p{N}]+)*/gu, perMinute: 200},
  ja: {unit: /[\p{L}\p{N}]/gu, perMinute: 500},
};

/** Whole minutes to read the text of a page, at least one. */
export function minutesToRead(text: string, language: Language): number {
  const {unit, perMinute} = pace[language];
  const words = text
    .replaceAll(/\{\/\*.*?\*\/\}/gs, ' ')
    .replaceAll(/\]\([^)]*\)/g, '] ')
    .replaceAll(/<[^>]*>/g, ' ')
    .match(unit);
  return Math.max(1, Math.ceil((words?.length ?? 0) / perMinute));
}
