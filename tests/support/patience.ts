/**
 * The milliseconds that a test grants to what the product does within `ms` on a machine with nothing else to do.
 * It tells a deadline that was forgotten from one that a busy machine missed; the figure itself is for tests/bench, or is printed.
 */
export function patience(ms: number): number {
  return ms * 5;
}
