import type {ReactNode} from 'react';
import {sayFigure} from '../figures.ts';
import type {Series} from '../state.ts';
import {sayTime} from '../times.ts';
import {useLanguage} from './language.ts';
import {laterPhrases} from './later-phrases.ts';
import {phrases} from './phrases.ts';
import styles from './PointTable.module.css';

interface Props {
  readonly title: string;
  readonly unit: string;
  readonly series: Series;
}

/** Every point of a history, the newest first. A gap stands as a gap. */
export function PointTable({title, unit, series: {startMs, stepMs, points}}: Props): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const later = laterPhrases[language];
  const end = startMs + (points.length - 1) * stepMs;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse
    <div className={styles.frame} tabIndex={0}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{later.time}</th>
            <th scope="col">{say.figure}</th>
          </tr>
        </thead>
        <tbody>
          {points
            .map((point, n) => ({at: startMs + n * stepMs, point}))
            .toReversed()
            .map(({at, point}) => (
              <tr key={at}>
                <td>{sayTime(at, {language, now: end, planned: stepMs >= 60_000})}</td>
                <td>{point === null ? say.missing : sayFigure(point, {unit, language})}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
