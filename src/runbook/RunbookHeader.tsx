import Translate, {translate} from '@docusaurus/Translate';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import {FiringAlerts} from '../live/words/FiringAlerts.tsx';
import {Trust} from './evidence/Trust.tsx';
import type {Trusted} from './evidence/trust.ts';
import {Values} from './Values.tsx';
import type {Contact, RunbookFacts} from './facts.ts';
import styles from './RunbookHeader.module.css';
import {SectionBar} from './SectionBar.tsx';
import {Urgency} from './Urgency.tsx';

/** The first screen of a runbook, above any prose: what a person who was just woken must know before the first command. */
export function RunbookHeader({facts}: {readonly facts: RunbookFacts & Partial<Trusted>}): ReactNode {
  const {trust, proof} = facts;
  return (
    <>
      <section
        data-glance
        data-steps-hash={proof?.steps}
        data-alert-hash={proof?.alert}
        className={styles.header}
        aria-label={translate({
          id: 'runbook.header',
          message: 'At a glance',
          description: 'Name of the first screen of a runbook, for screen readers',
        })}
      >
        {facts.alerts.length > 0 && (
          <div className={styles.state}>
            <FiringAlerts facts={facts} />
          </div>
        )}
        <p className={styles.impact}>{facts.impact}</p>
        <dl className={styles.facts}>
          {facts.urgency !== undefined && (
            <Fact
              term={
                <Translate id="runbook.severity" description="Label: how severe the alert is">
                  Severity
                </Translate>
              }
            >
              <Severity facts={facts} urgency={facts.urgency} />
            </Fact>
          )}
          <Fact
            term={
              <Translate id="runbook.owner" description="Label: the team that owns the runbook">
                Owner
              </Translate>
            }
          >
            <Reach contact={facts.owner} />
          </Fact>
          <Fact
            wide="phone"
            term={
              <Translate
                id="runbook.escalate"
                description="Label: whom to call when no cause was found in time"
                values={{minutes: <span className={styles.figure}>{facts.escalateAfterMinutes}</span>}}
              >
                {'No cause after {minutes} min: call'}
              </Translate>
            }
          >
            <Reach contact={facts.escalateTo} />
          </Fact>
          {facts.access.length > 0 && (
            <Fact
              wide
              term={
                <Translate id="runbook.access" description="Label: the rights that somebody needs to follow the runbook">
                  Access needed
                </Translate>
              }
            >
              <span className={styles.list}>
                {facts.access.map((access) => (
                  <span key={access}>{access}</span>
                ))}
              </span>
            </Fact>
          )}
          <Fact
            wide
            term={
              <Translate id="runbook.trust" description="Label: whether a drill or a real use has shown that the runbook works">
                Trust
              </Translate>
            }
          >
            <Trust trust={trust ?? {kind: 'never'}} />
          </Fact>
        </dl>
        {facts.params.length > 0 && <Values params={facts.params} />}
      </section>
      <SectionBar />
    </>
  );
}

interface FactProps {
  readonly term: ReactNode;
  /** A row of its own, with its label in front; `phone`: only where there is no room for three beside each other. */
  readonly wide?: boolean | 'phone';
  readonly children: ReactNode;
}

function Fact({term, wide = false, children}: FactProps): ReactNode {
  return (
    <div className={clsx(wide === true && styles.wide, wide === 'phone' && styles.wideOnPhone)}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Most urgent first: the first label is the one that decides whether somebody is woken. */
function Severity({facts, urgency}: {readonly facts: RunbookFacts; readonly urgency: NonNullable<RunbookFacts['urgency']>}): ReactNode {
  const [first, ...rest] = new Set(
    facts.alerts.toSorted((a, b) => Number(b.urgency === urgency) - Number(a.urgency === urgency)).flatMap((alert) => alert.severities),
  );
  return (
    <>
      <Translate
        id="runbook.severityMeans"
        description="A severity label, and what it asks of a person"
        values={{severity: <b>{first}</b>, urgency: <Urgency urgency={urgency} />}}
      >
        {'{severity} · {urgency}'}
      </Translate>
      {rest.length > 0 && (
        <span className={styles.soft}>
          {' '}
          <Translate
            id="runbook.lesserSeverities"
            description="Less urgent severities of the same alert"
            values={{severities: rest.join(', ')}}
          >
            {'(also {severities})'}
          </Translate>
        </span>
      )}
    </>
  );
}

function Reach({contact: {name, channel}}: {readonly contact: Contact}): ReactNode {
  return (
    <>
      <b>{name}</b> {channel !== undefined && <span className={styles.soft}>{channel}</span>}
    </>
  );
}
