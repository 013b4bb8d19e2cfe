/**
 * What to add to this tab's clock to have the server's, milliseconds: when the answer came back, the time that the server told was half a
 * round trip old.
 */
export function measureOffset({now, roundTrip, at}: {readonly now: number; readonly roundTrip: number; readonly at: number}): number {
  return Math.round(now + roundTrip / 2 - at);
}
