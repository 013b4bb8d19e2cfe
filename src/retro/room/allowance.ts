/** How much of something may be done: so much at once, and so much a second. */
export interface Allowance {
  /** Takes an amount. False when there is not enough, and then nothing is taken. */
  readonly take: (amount: number) => boolean;
}

/** `now` in milliseconds of a clock that never goes back. */
export function createAllowance({
  atOnce,
  perSecond,
  now,
}: {
  readonly atOnce: number;
  readonly perSecond: number;
  readonly now: () => number;
}): Allowance {
  let left = atOnce;
  let at = now();
  return {
    take: (amount) => {
      const time = now();
      left = Math.min(atOnce, left + ((time - at) / 1000) * perSecond);
      at = time;
      if (left < amount) return false;
      left -= amount;
      return true;
    },
  };
}
