import type {Language} from '../catalog/contract.ts';
import type {Series} from './state.ts';

/** A ratio from 0 to 1 as per cent: `62.5%`. */
export function sayShare(ratio: number, language: Language, digits = 1): string {
  return new Intl.NumberFormat(language, {style: 'percent', maximumFractionDigits: digits}).format(ratio);
}

/** `1,234 req/s` · `12.5%`: at most four significant digits, the unit as `data/live.yaml` writes it. */
export function sayFigure(figure: number, {unit, language}: {readonly unit: string; readonly language: Language}): string {
  const said = new Intl.NumberFormat(language, {maximumSignificantDigits: 4}).format(figure);
  return unit === '' ? said : /^[%°]/.test(unit) ? `${said}${unit}` : `${said} ${unit}`;
}

/** One moment of a history; a gap is null. */
export interface Point {
  readonly at: number;
  readonly figure: number | null;
}

/**
 * The points of a history. The last is the latest figure itself, at its own time: it is asked apart from the history, which ends on a whole step
 * that may be some time ago, and a line that ends there would contradict the words beside it.
 */
export function pointsOf({startMs, stepMs, points, latestMs}: Series, latest: number | undefined): Point[] {
  const steps = points.map((figure, n) => ({at: startMs + n * stepMs, figure}));
  if (latest === undefined || latestMs === undefined) return steps;
  return [...steps.filter(({at}) => at < latestMs), {at: latestMs, figure: latest}];
}

/** What a history comes to, the latest figure included; undefined when nothing of it is known. */
export interface Summary {
  readonly latest: number;
  readonly lowest: number;
  readonly highest: number;
  /** Milliseconds from the first to the last whole step, known or not. */
  readonly spanMs: number;
  /** Share of the whole steps that are missing. */
  readonly missing: number;
}

export function summarise({points, stepMs}: Series, figure?: number): Summary | undefined {
  const steps = points.filter((point) => point !== null);
  const known = figure === undefined ? steps : [...steps, figure];
  const latest = known.at(-1);
  if (latest === undefined) return undefined;
  return {
    latest,
    lowest: Math.min(...known),
    highest: Math.max(...known),
    spanMs: Math.max(0, points.length - 1) * stepMs,
    missing: points.length === 0 ? 0 : 1 - steps.length / points.length,
  };
}
