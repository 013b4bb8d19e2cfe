import type {ReactNode} from 'react';
import {sayFigure, type Point} from '../figures.ts';
import {sayTime} from '../times.ts';
import {useLanguage} from '../../page/use-language.ts';
import {laterPhrases} from './later-phrases.ts';
import {phrases} from './phrases.ts';
import styles from './PointTable.module.css';

interface Props {
  readonly title: string;
  readonly unit: string;
  readonly points: readonly Point[];
  /** From one whole step to the next. */
  readonly stepMs: number;
}

/** Every point of a history, the newest first. A gap stands as a gap. */
export function PointTable({title, unit, points, stepMs}: Props): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const later = laterPhrases[language];
  const end = points.at(-1)?.at ?? 0;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse
    <div className={styles.frame} tabIndex={0}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{later.time}</th>
            <th scope="col">{later.figure}</th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({at, figure}) => (
            <tr key={at}>
              <td>{sayTime(at, {language, now: end, planned: at % stepMs === 0 && stepMs >= 60_000})}</td>
              <td>{figure === null ? say.missing : sayFigure(figure, {unit, language})}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
