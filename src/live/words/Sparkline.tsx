import {useMemo, useState, type ReactNode} from 'react';
import type {QueryFacts} from '../facts.ts';
import {useLive} from '../feed/use-feed.ts';
import {pointsOf, sayFigure, sayShare, summarise, type Point, type Summary} from '../figures.ts';
import type {Series, Value} from '../state.ts';
import {sayLength} from '../times.ts';
import {useLanguage} from '../../page/use-language.ts';
import {useLater} from './later.ts';
import {LiveWord} from './LiveWord.tsx';
import {phrases} from './phrases.ts';
import styles from './Sparkline.module.css';

/** They come when somebody asks: the chart weighs more than all words together. */
const loadTable = () => import('./PointTable.tsx');
const loadChart = () => import('./ZoomChart.tsx');

interface Props {
  /** Name of a query in `data/live.yaml`, with the value of each of its parameters: `requests:search`. */
  readonly query: string;
  /** Given by the build. */
  readonly facts: QueryFacts;
}

/** A figure and its history: a line that breaks where nothing is known, the same in words, in a table, and on request large. */
export function Sparkline({query, facts}: Props): ReactNode {
  const language = useLanguage();
  const id = `query:${query}`;
  const live = useLive(id);
  const value = live === undefined || live.state === 'unknown' ? undefined : live.value;
  const said = ({figure}: Value): string | undefined =>
    figure === undefined ? undefined : sayFigure(figure, {unit: facts.unit, language});
  return (
    <div className={styles.sparkline} data-state={value === undefined || !facts.judged ? undefined : live?.state}>
      <p>
        <span className={styles.title}>{facts.title}</span> {value?.figure !== undefined && <b className={styles.figure}>{said(value)}</b>}{' '}
        <LiveWord
          id={id}
          live={live}
          name={facts.title}
          consoles={facts.consoles}
          bare={!facts.judged}
          said={facts.judged ? undefined : said}
        />
      </p>
      {value?.series !== undefined && <History series={value.series} latest={value.figure} facts={facts} />}
    </div>
  );
}

const [width, height, edge] = [240, 48, 3];

interface HistoryProps {
  readonly series: Series;
  readonly latest: number | undefined;
  readonly facts: QueryFacts;
}

function History({series, latest, facts: {title, unit}}: HistoryProps): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const [open, setOpen] = useState<'table' | 'zoom'>();
  const table = useLater(loadTable, open === 'table');
  const chart = useLater(loadChart, open === 'zoom');
  const points = useMemo(() => pointsOf(series, latest), [series, latest]);
  const summary = summarise(series, latest);
  if (summary === undefined) return <p>{say.noPoints}</p>;
  const figure = (amount: number): string => sayFigure(amount, {unit, language});
  const words = [
    `${say.latest} ${figure(summary.latest)}`,
    `${say.lowest} ${figure(summary.lowest)}`,
    `${say.highest} ${figure(summary.highest)}`,
    say.over(sayLength(summary.spanMs, language)),
    ...(summary.missing > 0 ? [say.gaps(sayShare(summary.missing, language))] : []),
  ].join(language === 'ja' ? '、' : ', ');
  const shown = {title, unit, points, stepMs: series.stepMs};
  return (
    <>
      <svg
        className={styles.line}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={language === 'ja' ? `${title}：${words}` : `${title}: ${words}`}
      >
        <path d={pathOf(points, summary)} />
      </svg>
      <p className={styles.words}>{words}</p>
      <p className={styles.more}>
        {(['table', 'zoom'] as const).map((part) => (
          <button key={part} type="button" aria-expanded={open === part} onClick={() => setOpen(open === part ? undefined : part)}>
            {say[part]}
          </button>
        ))}
      </p>
      {(open === 'table' ? table : open === 'zoom' ? chart : undefined) === 'failed' && <p role="status">{say.notLoaded}</p>}
      {open === 'table' && typeof table === 'object' && <table.PointTable {...shown} />}
      {open === 'zoom' && typeof chart === 'object' && <chart.ZoomChart {...shown} />}
    </>
  );
}

/** The path of the known points: a line that breaks at each gap; a lone point between two gaps is a dot. */
function pathOf(points: readonly Point[], {lowest, highest}: Summary): string {
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const x = (at: number): number => edge + ((at - from) / Math.max(1, to - from)) * (width - 2 * edge);
  const y = (point: number): number =>
    highest === lowest ? height / 2 : height - edge - ((point - lowest) / (highest - lowest)) * (height - 2 * edge);
  return points
    .map(({at, figure}, n) => {
      if (figure === null) return '';
      const [before, after] = [points[n - 1]?.figure ?? null, points[n + 1]?.figure ?? null];
      const end = before === null && after === null ? 'z' : '';
      return `${before === null ? 'M' : 'L'}${x(at).toFixed(1)},${y(figure).toFixed(1)}${end}`;
    })
    .join('');
}
