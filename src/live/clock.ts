/**
 * A time of its own, in milliseconds, for the gateway and for a page. It moves by whichever moved more of the machine's clock and its uptime:
 * set back, the clock cannot make anything look younger, and a machine that slept wakes up with everything aged. Only differences of it mean
 * anything.
 */
export function steadyClock({
  wall = () => Date.now(),
  uptime = () => performance.now(),
}: {readonly wall?: () => number; readonly uptime?: () => number} = {}): () => number {
  let last = {wall: wall(), uptime: uptime()};
  let time = last.wall;
  return () => {
    const next = {wall: wall(), uptime: uptime()};
    time += Math.max(next.wall - last.wall, next.uptime - last.uptime, 0);
    last = next;
    return time;
  };
}
