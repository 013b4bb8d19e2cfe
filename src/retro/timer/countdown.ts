/** Where a meeting is in its boxes. Times are milliseconds; `endsAt` is since 1970, so that a reload or a sleeping laptop changes nothing. */
export type Countdown =
  | {readonly kind: 'running'; readonly box: number; readonly endsAt: number}
  | {readonly kind: 'paused'; readonly box: number; readonly left: number};

type Boxes = readonly {readonly minutes: number}[];
const minute = 60_000;

/** At the beginning of a box, and not running. */
export function atBox(boxes: Boxes, box: number): Countdown {
  return {kind: 'paused', box, left: (boxes[box]?.minutes ?? 0) * minute};
}

/** What is left of the box; below zero it is over by so much. */
export function leftOf(countdown: Countdown, now: number): number {
  return countdown.kind === 'running' ? countdown.endsAt - now : countdown.left;
}

export function start(countdown: Countdown, now: number): Countdown {
  return {kind: 'running', box: countdown.box, endsAt: now + leftOf(countdown, now)};
}

export function pause(countdown: Countdown, now: number): Countdown {
  return {kind: 'paused', box: countdown.box, left: leftOf(countdown, now)};
}

/** One minute more. Of a box that is over, a whole minute from now. */
export function addMinute(countdown: Countdown, now: number): Countdown {
  const left = Math.max(0, leftOf(countdown, now)) + minute;
  const more: Countdown = {kind: 'paused', box: countdown.box, left};
  return countdown.kind === 'running' ? start(more, now) : more;
}

/** To another box with all of its time. It runs when the one before did. */
export function goTo(
  countdown: Countdown,
  {boxes, box, now}: {readonly boxes: Boxes; readonly box: number; readonly now: number},
): Countdown {
  const next = atBox(boxes, box);
  return countdown.kind === 'running' ? start(next, now) : next;
}

/** `7:05`, for what is left and for what it is over by. The last second is shown as one. */
export function sayLeft(left: number): string {
  const seconds = left >= 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A countdown as somebody last looked at it, and what is worth saying aloud since. */
export interface Watched {
  readonly countdown: Countdown;
  readonly now: number;
  readonly news?: 'minute' | 'end' | undefined;
}

/** Looks again. What was worth saying stays until something else is, or until there is time again. */
export function look({countdown, now: before, news}: Watched, now: number): Watched {
  const [was, is] = [leftOf(countdown, before), leftOf(countdown, now)];
  const isOver = was > 0 && is <= 0;
  const isLastMinute = was > minute && is <= minute && is > 0;
  return {countdown, now, news: isOver ? 'end' : isLastMinute ? 'minute' : news};
}

/** What a tab has kept; undefined when it is nothing of this agenda, or nothing at all. */
export function readCountdown(text: string | null, boxes: Boxes): Countdown | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const {kind, box, endsAt, left} = value as Readonly<Record<string, unknown>>;
  if (typeof box !== 'number' || boxes[box] === undefined) return undefined;
  if (kind === 'running' && Number.isFinite(endsAt)) return {kind, box, endsAt: Number(endsAt)};
  return kind === 'paused' && Number.isFinite(left) ? {kind, box, left: Number(left)} : undefined;
}
