import {eveningLog} from './evening-log.ts';
import type {Line} from './line.ts';
import {today} from './rota.ts';

/** A line of an evening meeting that waits for a retrospective. */
export type WaitingLine = Line & {readonly column: 'keep' | 'problem'};

/** Those of this browser that are marked K or P and that no retrospective has taken, oldest first. */
export function waitingLines(lines: readonly Line[] = eveningLog().view().lines): readonly WaitingLine[] {
  return lines.filter((line): line is WaitingLine => line.column !== undefined && line.taken === undefined);
}

/** They wait no longer. They stay in the log. */
export function take(lines: readonly Pick<Line, 'id'>[]): void {
  eveningLog().take(
    lines.map(({id}) => id),
    today(new Date()),
  );
}
