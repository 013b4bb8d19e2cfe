import type {ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {HealthFacts, PatientFacts} from '../facts.ts';
import {FindingMark} from './FindingMark.tsx';
import styles from './HealthCheck.module.css';
import {LiveLine, LiveMark} from './LiveState.tsx';
import {phrases} from './phrases.ts';
import {Report} from './Report.tsx';

interface Props {
  /** Name of a Component in `data/catalog`; without it, the organisation and every service. */
  readonly service?: string;
  /** Given by the build. */
  readonly facts: HealthFacts;
}

/**
 * The health check, like a medical report: one line a finding, what it was last time, what improves it. What `data/` says is drawn in ink; only
 * live state has colour.
 */
export function HealthCheck({service, facts: {asOf, before, organisation, services}}: Props): ReactNode {
  const say = phrases[useLanguage()];
  const [only] = services;
  return (
    <div className={styles.health} data-health={service ?? ''}>
      <p className={styles.asOf}>{say.asOf(asOf, before)}</p>
      {organisation === undefined ? (
        only && <Alone patient={only} />
      ) : (
        <>
          <section className={styles.organisation} aria-label={say.organisation}>
            <p className={styles.title}>{organisation.title}</p>
            <Report cells={organisation.cells} />
          </section>
          <section className={styles.services} aria-label={say.services}>
            <p className={styles.heads} aria-hidden="true">
              <span>{say.now}</span>
              {organisation.cells.map(({aspect, short}) => (
                <span key={aspect}>{short}</span>
              ))}
            </p>
            {services.map((patient) => (
              <Service key={patient.name} patient={patient} />
            ))}
          </section>
        </>
      )}
    </div>
  );
}

function Alone({patient}: {readonly patient: PatientFacts}): ReactNode {
  return (
    <section aria-label={patient.title}>
      <p className={styles.title}>{patient.title}</p>
      <LiveLine id={`service:${patient.name}`} name={patient.title} />
      <Report cells={patient.cells} />
    </section>
  );
}

/** A row of shapes that opens. */
function Service({patient: {name, title, level, asks, cells}}: {readonly patient: PatientFacts}): ReactNode {
  const say = phrases[useLanguage()];
  const id = `service:${name}`;
  return (
    <details className={styles.service}>
      <summary>
        <span className={styles.name}>
          {title}
          {level !== undefined && <span className={styles.level}> {say.level(level)}</span>}
        </span>
        <span className={styles.strip}>
          <LiveMark id={id} name={say.now} />
          {cells.map(({aspect, name: about, live, ...cell}) =>
            live.length === 1 && live[0] !== undefined ? (
              <LiveMark key={aspect} id={live[0].id} name={about} />
            ) : (
              <FindingMark key={aspect} state={cell.state} label={say.named(about, cell.word)} />
            ),
          )}
        </span>
        {asks.length > 0 && (
          <span className={styles.asks}>
            {asks.map(({word, aspects}) => (
              <span key={word}>{say.named(word, say.listed(aspects))}</span>
            ))}
          </span>
        )}
      </summary>
      <LiveLine id={id} name={title} />
      <Report cells={cells} />
    </details>
  );
}
