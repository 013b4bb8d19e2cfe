/** `4:05`, and below zero how long it is over: `2:10`. Whole seconds, so that a box begins with all of its minutes. */
export function timeLeft(endsAt: number, now: number): {readonly isOver: boolean; readonly said: string} {
  const seconds = Math.ceil((endsAt - now) / 1000);
  const amount = Math.abs(seconds);
  return {isOver: seconds < 0, said: `${Math.floor(amount / 60)}:${String(amount % 60).padStart(2, '0')}`};
}

/** What is worth saying aloud once when time goes from one moment to the next: the last minute, and the end. */
export function passed(endsAt: number, {from, to}: {readonly from: number; readonly to: number}): 'minute' | 'end' | undefined {
  if (from < endsAt && to >= endsAt) return 'end';
  if (from < endsAt - 60_000 && to >= endsAt - 60_000) return 'minute';
  return undefined;
}
