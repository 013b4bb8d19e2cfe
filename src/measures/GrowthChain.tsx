import type {ReactNode} from 'react';
import {useLanguage} from '../page/use-language.ts';
import {ChangeMark} from './ChangeMark.tsx';
import type {ChainFacts, MeasureFacts} from './facts.ts';
import styles from './GrowthChain.module.css';
import {phrases} from './phrases.ts';

/** From development to the company: four links in their order, each with the measures that could prove it wrong. */
export function GrowthChain({facts}: {readonly facts: ChainFacts}): ReactNode {
  const say = phrases[useLanguage()];
  return (
    <ol className={styles.chain} aria-label={say.chain}>
      {facts.links.map(({id, title, becomes, measures}) => (
        <li key={id}>
          <Ring />
          <div>
            <p className={styles.title}>{title}</p>
            <p className={styles.becomes}>{becomes}</p>
          </div>
          <div className={styles.measures}>
            {measures.map((measure) => (
              <Measure key={measure.id} measure={measure} />
            ))}
            {measures.length === 0 && (
              <p className={styles.change}>
                <ChangeMark change="unknown" />
                <span>{say.noMeasure}</span>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Measure({measure: {title, latest, before, change, target}}: {readonly measure: MeasureFacts}): ReactNode {
  const say = phrases[useLanguage()];
  return (
    <div className={styles.measure}>
      <p>{title}</p>
      {latest === undefined ? (
        <p className={styles.change}>
          <ChangeMark change="unknown" />
          <b>{say.noFigure}</b>
        </p>
      ) : (
        <>
          <p>
            <b className={styles.figure}>{latest.figure}</b> <time dateTime={latest.at}>{say.asOf(latest.day)}</time>
          </p>
          <p className={styles.change}>
            <ChangeMark change={change} />
            <span>{change === 'unknown' || before === undefined ? say.change.unknown : say.change[change](before)}</span>
          </p>
        </>
      )}
      <p className={styles.target}>{say.wants(target)}</p>
    </div>
  );
}

/** One ring of the chain. */
function Ring(): ReactNode {
  return (
    <svg className={styles.ring} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}
