import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import type {Language} from '../catalog/contract.ts';
import type {Catalog} from '../catalog/model.ts';
import {serviceFacts} from '../live/facts.ts';
import type {RunbookFacts} from '../runbook/facts.ts';
import {findable} from '../search/findable.ts';
import {minutesToRead, type Door, type HomeFacts} from './facts.ts';

/** The pages behind the doors, by their file below the folder of a language's pages. */
export const doors = {
  next: 'onboarding/day-1.mdx',
  mission: 'mission/index.mdx',
  health: 'mission/health-check.mdx',
  kpt: 'retrospectives/kpt.mdx',
} as const;

interface Options {
  readonly catalog: Catalog;
  readonly runbooks: readonly RunbookFacts[];
  readonly language: Language;
  /** The folder of the language's pages. */
  readonly folder: string;
}

/** Gathers what the home page shows, in one language. */
export function readHome({catalog, runbooks, language, folder}: Options): HomeFacts {
  const house = catalog.services.get(catalog.live.probes.find((probe) => probe.target === 'self')?.service ?? '');
  const door = (file: string): Door | undefined => readDoor(join(folder, file), {path: `/${file.replace(/(index)?\.mdx$/, '')}`, language});
  return {
    runbooks: runbooks.map(findable),
    house: house === undefined ? undefined : serviceFacts(house, {catalog, language}),
    next: door(doors.next),
    mission: door(doors.mission),
    health: door(doors.health),
    kpt: door(doors.kpt),
  };
}

function readDoor(file: string, {path, language}: {path: string; language: Language}): Door | undefined {
  if (!existsSync(file)) return undefined;
  const [, matter = '', text = ''] = /^---\r?\n([\s\S]*?\r?\n)---\r?\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
  // The shape of front matter is lint's to check; here two lines of it are shown.
  const {title = path, description = ''} = parse(matter) as {title?: string; description?: string};
  return {path, title, description, minutes: minutesToRead(text, language)};
}
