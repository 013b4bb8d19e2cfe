import {tasks} from '../../src/registers/entries/operator.ts';
import type {EntryOf} from '../../src/registers/model.ts';

/** Somebody did a task of the service shop. */
export function done(role: string, task: (typeof tasks)[number], more: Partial<EntryOf<'operators'>> = {}): EntryOf<'operators'> {
  return {
    id: `${role}-${task}`,
    service: 'shop',
    task,
    at: '2026-10-01',
    role,
    occasion: 'drill',
    finished: true,
    minutes: 10,
    unanswered: [],
    ...more,
  };
}

/** What lets each of these roles operate the service shop. */
export function allTasks(...roles: readonly string[]): EntryOf<'operators'>[] {
  return roles.flatMap((role) => tasks.map((task) => done(role, task)));
}
