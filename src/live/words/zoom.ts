/** A part of a time axis, in seconds. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

interface Move {
  readonly step: 'in' | 'out' | 'earlier' | 'later';
  /** All there is: nothing moves beyond it. */
  readonly whole: Span;
  /** The shortest part that may be looked at, in seconds. */
  readonly least: number;
}

/** Half as much, twice as much, or half a width to one side. */
export function moved({min, max}: Span, {step, whole, least}: Move): Span {
  const width = max - min;
  const wanted = Math.min(whole.max - whole.min, step === 'in' ? Math.max(width / 2, least) : step === 'out' ? width * 2 : width);
  const shift = step === 'earlier' ? -width / 2 : step === 'later' ? width / 2 : (width - wanted) / 2;
  const from = Math.max(whole.min, Math.min(min + shift, whole.max - wanted));
  return {min: from, max: from + wanted};
}
