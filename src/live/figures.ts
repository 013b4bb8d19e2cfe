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

/** What a history comes to; undefined when no point of it is known. */
export interface Summary {
  readonly latest: number;
  readonly lowest: number;
  readonly highest: number;
  /** Milliseconds from the first to the last point, known or not. */
  readonly spanMs: number;
  /** Share of the points that are missing. */
  readonly missing: number;
}

export function summarise({points, stepMs}: Series): Summary | undefined {
  const known = points.filter((point) => point !== null);
  const latest = known.at(-1);
  if (latest === undefined) return undefined;
  return {
    latest,
    lowest: Math.min(...known),
    highest: Math.max(...known),
    spanMs: (points.length - 1) * stepMs,
    missing: 1 - known.length / points.length,
  };
}
