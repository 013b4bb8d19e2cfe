import {useEffect, useRef, type ReactNode} from 'react';
import uPlot from 'uplot';
import type {Language} from '../../catalog/contract.ts';
import {sayFigure, type Point} from '../figures.ts';
import {sayTime} from '../times.ts';
import {sayZone} from './later-zone.ts';
import {useLanguage} from '../../page/use-language.ts';
import {laterPhrases} from './later-phrases.ts';
import {phrases} from './phrases.ts';
import {moved, type Span} from './zoom.ts';
import {zoomStyle} from './zoom-style.ts';
import styles from './ZoomChart.module.css';

interface Props {
  readonly title: string;
  readonly unit: string;
  readonly points: readonly Point[];
  /** From one whole step to the next. */
  readonly stepMs: number;
}

/** The history, large: drag over it to look closer, or use the buttons, which keys reach too. */
export function ZoomChart({title, unit, points, stepMs}: Props): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const later = laterPhrases[language];
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(undefined);
  const zone = sayZone(points.at(-1)?.at ?? 0, language);
  const zoned = language === 'ja' ? `${later.time}（${zone}）` : `${later.time} (${zone})`;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const colour = (name: string): string => getComputedStyle(element).getPropertyValue(name);
    const axis = {stroke: colour('--ink-soft'), grid: {stroke: colour('--line'), width: 1}, ticks: {stroke: colour('--line'), width: 1}};
    const drawn = new uPlot(
      {
        width: element.clientWidth,
        height: 280,
        // One line has no need of a key, and cannot be hidden: the line of words under the chart says the point that is touched, or the last.
        legend: {markers: {show: false}},
        cursor: {bind: {click: () => null}},
        axes: [
          {
            ...axis,
            label: zoned,
            labelSize: 20,
            labelGap: 2,
            labelFont: '12px sans-serif',
            values: (_, ticks, _axis, _space, step) => ticks.map((tick) => clock(step, language).format(tick * 1000)),
          },
          {...axis, size: 64, values: (_, ticks) => ticks.map((tick) => sayFigure(tick, {unit: '', language}))},
        ],
        series: [
          {label: later.time, value: ({data: [times]}, at) => sayTime((at ?? times.at(-1) ?? 0) * 1000, {language})},
          {
            label: title,
            stroke: colour('--ink'),
            width: 1.5,
            value: ({data: [, figures]}, touched, _series, index) => {
              const figure = (index ?? null) === null ? figures?.at(-1) : touched;
              return (figure ?? null) === null ? say.missing : sayFigure(Number(figure), {unit, language});
            },
          },
        ],
      },
      dataOf(points),
      element,
    );
    chart.current = drawn;
    const resize = new ResizeObserver(() => drawn.setSize({width: element.clientWidth, height: 280}));
    resize.observe(element);
    return () => {
      resize.disconnect();
      drawn.destroy();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- another series goes into the same chart, below: what the reader zoomed to stays
  }, [title, unit, language, zoned]);
  useEffect(() => {
    const drawn = chart.current;
    if (drawn === undefined) return;
    const [times] = drawn.data;
    const {min, max} = drawn.scales['x'] ?? {};
    // Before its first drawing it has no limits yet.
    const whole = (min ?? null) === null || (min === times[0] && max === times.at(-1));
    drawn.setData(dataOf(points), whole);
    if (!whole) drawn.redraw();
  }, [points]);

  const move = (step: 'in' | 'out' | 'earlier' | 'later'): void => {
    const whole: Span = {min: (points[0]?.at ?? 0) / 1000, max: (points.at(-1)?.at ?? 0) / 1000};
    const {min, max} = chart.current?.scales['x'] ?? {};
    chart.current?.setScale('x', moved({min: min ?? whole.min, max: max ?? whole.max}, {step, whole, least: (4 * stepMs) / 1000}));
  };
  return (
    <div className={styles.zoom}>
      <style>{zoomStyle}</style>
      <p className={styles.buttons}>
        <button type="button" onClick={() => move('in')}>
          {later.zoomIn}
        </button>
        <button type="button" onClick={() => move('out')}>
          {later.zoomOut}
        </button>
        <button type="button" onClick={() => move('earlier')}>
          {later.earlier}
        </button>
        <button type="button" onClick={() => move('later')}>
          {later.later}
        </button>
      </p>
      <div ref={frame} className={styles.frame} aria-hidden="true" />
    </div>
  );
}

function dataOf(points: readonly Point[]): uPlot.AlignedData {
  return [points.map(({at}) => at / 1000), points.map(({figure}) => figure)];
}

/** What tells two marks of the time axis apart that stand `step` seconds from each other. */
function clock(step: number, language: Language): Intl.DateTimeFormat {
  const time = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'} as const;
  const options =
    step >= 86_400 ? ({month: 'short', day: 'numeric'} as const) : step >= 60 ? time : ({...time, second: '2-digit'} as const);
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', options);
}
