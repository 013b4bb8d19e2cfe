import {parentPort, workerData} from 'node:worker_threads';
import type {Shift} from '../adapter.ts';
import type {RoleWords} from './roles.ts';
import {shiftsIn} from './shifts.ts';
import {AskError} from '../reading.ts';

export interface Asked {
  readonly text: string;
  readonly words: RoleWords;
  readonly now: number;
}
export type Answered = {readonly kind: 'shifts'; readonly shifts: readonly Shift[]} | {readonly kind: 'failed'; readonly detail: string};

parentPort?.postMessage(read(workerData as Asked)); // given by icalendar.server.ts, the only user

function read({text, words, now}: Asked): Answered {
  try {
    return {kind: 'shifts', shifts: shiftsIn(text, {words, now})};
  } catch (error) {
    // What ical.js says may hold the text that it was given.
    return {kind: 'failed', detail: error instanceof AskError ? error.message : 'the calendar cannot be read'};
  }
}
