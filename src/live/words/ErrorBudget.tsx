import type {ReactNode} from 'react';
import type {BudgetFacts} from '../facts.ts';
import {useLive} from '../feed/use-feed.ts';
import {sayFigure, sayShare} from '../figures.ts';
import type {Budget} from '../state.ts';
import {sayLength} from '../times.ts';
import styles from './ErrorBudget.module.css';
import {useLanguage} from '../../page/use-language.ts';
import {LiveWord} from './LiveWord.tsx';
import {phrases} from './phrases.ts';

interface Props {
  /** Name of an objective in `data/slos`. */
  readonly slo: string;
  /** Given by the build. */
  readonly facts: BudgetFacts;
}

/** How much of an error budget is left, how fast it burns, and when nothing is left. */
export function ErrorBudget({slo, facts: {title, target, window, consoles}}: Props): ReactNode {
  const language = useLanguage();
  const id = `slo:${slo}`;
  const live = useLive(id);
  const budget = live === undefined || live.state === 'unknown' ? undefined : live.value.budget;
  return (
    <div className={styles.budget} data-state={budget === undefined ? undefined : live?.state}>
      <p>
        <span className={styles.title}>{title}</span> <LiveWord id={id} live={live} name={title} consoles={consoles} />
      </p>
      {target !== undefined && <p className={styles.target}>{phrases[language].target(sayShare(target, language, 4), window)}</p>}
      {budget !== undefined && <Left budget={budget} />}
    </div>
  );
}

function Left({budget: {remaining, windowMs, coveredMs, burn, exhaustedInMs}}: {readonly budget: Budget}): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const length = (ms: number): string => sayLength(ms, language);
  return (
    <>
      <p className={styles.left}>
        {remaining < 0 ? say.overspent(sayShare(-remaining, language)) : say.left(sayShare(remaining, language))}
      </p>
      <span className={styles.bar} aria-hidden="true">
        <span style={{width: `${Math.max(0, Math.min(1, remaining)) * 100}%`}} />
      </span>
      {coveredMs < windowMs && <p className={styles.covered}>{say.covered(length(coveredMs), length(windowMs))}</p>}
      <p>{remaining <= 0 ? say.spent : exhaustedInMs === undefined ? say.lasts : say.exhausted(length(exhaustedInMs))}</p>
      {burn.length > 0 && (
        <table className={styles.burn}>
          <caption>{say.burn}</caption>
          <thead>
            <tr>
              <th scope="col">{say.burnWindow}</th>
              <th scope="col">{say.burnRate}</th>
            </tr>
          </thead>
          <tbody>
            {burn.map(({windowMs: over, rate}) => (
              <tr key={over}>
                <th scope="row">{length(over)}</th>
                <td>{sayFigure(rate, {unit: '', language})}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
