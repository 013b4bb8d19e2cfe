import type {Language} from '../catalog/contract.ts';
import {tasks} from '../registers/entries/operator.ts';
import {absences} from './absences.ts';
import {busFactorMatrix, type Done, type Standing} from './matrix.ts';
import {handoverNote, type Known} from './note.ts';
import {ownersOf} from './owners.ts';
import {sayNote} from './say-note.ts';
import {siteAddress} from './site-address.ts';

/** What `<BusFactor/>` draws. */
export interface MatrixFacts {
  readonly asOf: string;
  readonly rows: readonly {
    readonly service: string;
    readonly title: string;
    /** The title of the team that owns it. */
    readonly owner: string;
    readonly standing: Standing;
    readonly able: readonly string[];
    readonly tasks: readonly {
      readonly task: (typeof tasks)[number];
      readonly roles: readonly {readonly role: string; readonly at: string}[];
    }[];
  }[];
}

/** What `<AbsenceLog/>` draws. */
export interface AbsenceFacts {
  readonly asOf: string;
  readonly due: string | undefined;
  readonly isOverdue: boolean;
  /** The team whose turn is next, and its last one. */
  readonly next: {readonly team: string; readonly last: string | undefined} | undefined;
  readonly exercises: readonly (Pick<Done, 'id' | 'at' | 'task' | 'role' | 'finished' | 'minutes' | 'lang' | 'unanswered'> & {
    readonly service: string;
  })[];
}

/** What `<HandoverNotes/>` draws: each Group, followed by its roles. */
export interface NotesFacts {
  readonly notes: readonly {
    readonly owner: string;
    readonly kind: 'group' | 'role';
    /** Of a Group. */
    readonly title: string | undefined;
    readonly text: string;
  }[];
}

export function matrixFacts({catalog, registers, today}: Known, language: Language): MatrixFacts {
  const done = registers.operators.map(({value}) => value);
  return {
    asOf: today,
    rows: busFactorMatrix(done, {catalog, today}).map((row) => ({
      service: row.service,
      title: catalog.services.get(row.service)?.title[language] ?? row.service,
      owner: catalog.teams.get(row.owner)?.title[language] ?? row.owner,
      standing: row.standing,
      able: row.able,
      tasks: tasks.map((task) => ({task, roles: row.tasks[task]})),
    })),
  };
}

export function absenceFacts({catalog, registers, today}: Known, language: Language): AbsenceFacts {
  const done = registers.operators.map(({value}) => value);
  const {exercises, due, next} = absences(done, {catalog, today});
  return {
    asOf: today,
    due,
    isOverdue: due !== undefined && due < today,
    next: next && {...next, team: catalog.teams.get(next.team)?.title[language] ?? next.team},
    exercises: exercises.map(({id, at, service, task, role, finished, minutes, lang, unanswered}) => ({
      id,
      at,
      service: catalog.services.get(service)?.title[language] ?? service,
      task,
      role,
      finished,
      minutes,
      lang,
      unanswered,
    })),
  };
}

export function notesFacts(known: Known, language: Language): NotesFacts {
  const site = siteAddress(known.catalog.site, language);
  return {
    notes: ownersOf(known.catalog).map((owner) => ({
      owner: owner.name,
      kind: owner.kind,
      title: owner.kind === 'group' ? owner.teams[0]?.title[language] : undefined,
      text: sayNote(handoverNote(owner, known), {language, site}),
    })),
  };
}
