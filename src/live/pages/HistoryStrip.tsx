import {useState, type ReactNode} from 'react';
import {useNow} from '../feed/use-feed.ts';
import {sayShare} from '../figures.ts';
import {useLanguage} from '../../page/use-language.ts';
import {barsOf, failedShare, sumUp, type Bar, type History} from './history.ts';
import styles from './HistoryStrip.module.css';
import {phrases} from './phrases.ts';

interface Props {
  readonly probe: string;
  readonly history: History;
}

const [step, wide, height] = [4, 3, 28];
/** A failure is seen however short it was. */
const leastFailed = 0.15;

/** 90 days of a probe, a bar each: what went well, what failed, and, never filled, what nobody observed. */
export function HistoryStrip({probe, history}: Props): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const now = useNow();
  const [open, setOpen] = useState(false);
  if (history.kind !== 'read' || now === undefined)
    return <p className={styles.none}>{history.kind === 'lost' ? say.historyLost(probe) : say.historyAsking(probe)}</p>;
  const bars = barsOf(history.probes.get(probe) ?? [], now);
  const words = say.history(probe, sumUp(bars));
  return (
    <div className={styles.strip}>
      <svg viewBox={`0 0 ${bars.length * step} ${height}`} preserveAspectRatio="none" role="img" aria-label={words}>
        {(['ok', 'failed', 'missing'] as const).map((part) => (
          <path key={part} className={styles[part]} d={pathOf(bars, part)} />
        ))}
      </svg>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words}</summary>
        {open && <DayTable bars={bars} caption={probe} />}
      </details>
    </div>
  );
}

function DayTable({bars, caption}: {readonly bars: readonly Bar[]; readonly caption: string}): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse
    <div className={styles.frame} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.day}</th>
            <th scope="col">{say.failedShare}</th>
            <th scope="col">{say.missingShare}</th>
          </tr>
        </thead>
        <tbody>
          {bars.toReversed().map((bar) => {
            const came = bar.ok + bar.failed;
            return (
              <tr key={bar.day}>
                <th scope="row">{bar.day}</th>
                <td>{came === 0 ? say.unknown : sayShare(failedShare(bar), language, 2)}</td>
                <td>{sayShare(bar.missing / (came + bar.missing), language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** One path for all bars of a kind: failures at the foot, what went well above them, what is missing on top. */
function pathOf(bars: readonly Bar[], part: 'ok' | 'failed' | 'missing'): string {
  return bars
    .map((bar, n) => {
      const all = bar.ok + bar.failed + bar.missing;
      const failed = bar.failed === 0 ? 0 : Math.max(leastFailed, bar.failed / all);
      const missing = bar.missing === 0 ? 0 : Math.max(leastFailed, bar.missing / all);
      const parts = {failed, missing, ok: Math.max(0, 1 - failed - missing)};
      const share = bar[part] === 0 ? 0 : parts[part] * height;
      if (share === 0) return '';
      const top = part === 'failed' ? height - share : part === 'ok' ? (1 - failed) * height - share : 0;
      // An outline lies on its edge, so it is drawn half a line inside.
      const inset = part === 'missing' ? 0.5 : 0;
      return `M${n * step + inset} ${(top + inset).toFixed(1)}h${wide - 2 * inset}v${(share - 2 * inset).toFixed(1)}h-${wide - 2 * inset}z`;
    })
    .join('');
}
