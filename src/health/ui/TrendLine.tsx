import type {ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {TrendFacts} from '../facts.ts';
import {phrases} from './phrases.ts';
import styles from './TrendLine.module.css';

const size = {width: 120, height: 28, edge: 3};

interface Props {
  readonly trend: TrendFacts;
}

/** Figures over time as a line, in ink, from zero up; the first and the last stand beside it as text. */
export function TrendLine({trend: {title, unit, points}}: Props): ReactNode {
  const language = useLanguage();
  const format = new Intl.NumberFormat(language, {maximumSignificantDigits: 3});
  const figure = (value: number): string => {
    const number = format.format(value);
    return unit === '' ? number : language === 'ja' || unit === '%' ? `${number}${unit}` : `${number} ${unit}`;
  };
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const end = placeOf(points.length - 1, points);
  const says = phrases[language].fromTo(figure(first.value), figure(last.value));
  return (
    <p className={styles.trend} data-trend="">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} width={size.width} height={size.height} aria-hidden="true" focusable="false">
        <polyline points={points.map((_, i) => placeOf(i, points).join(',')).join(' ')} />
        <circle cx={end[0]} cy={end[1]} r="2.5" />
      </svg>
      <span>
        {phrases[language].named(title, says)}{' '}
        <span className={styles.span}>
          ({first.at} – {last.at})
        </span>
      </span>
    </p>
  );
}

/** Points stand as far apart as their days. */
function placeOf(index: number, points: TrendFacts['points']): readonly [x: number, y: number] {
  const times = points.map(({at}) => Date.parse(at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const highest = Math.max(...points.map(({value}) => value), Number.MIN_VALUE);
  const {width, height, edge} = size;
  const share = to === from ? 1 : ((times[index] ?? from) - from) / (to - from);
  const x = edge + share * (width - 2 * edge);
  const y = height - edge - ((points[index]?.value ?? 0) / highest) * (height - 2 * edge);
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}
