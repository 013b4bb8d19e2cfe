import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';
import type {RunbookFacts} from './facts.ts';
import styles from './RunbookList.module.css';
import {Urgency} from './Urgency.tsx';

/** Every runbook by alert, title and service: a table where there is room, and one block each on a phone. */
export function RunbookList({facts}: {readonly facts: readonly RunbookFacts[]}): ReactNode {
  return (
    <ul className={styles.list}>
      {facts.map((runbook) => (
        <li key={runbook.slug}>
          <Link className={styles.link} to={`/${runbook.slug}`}>
            {runbook.alerts.map(({name}) => (
              <code key={name}>{name}</code>
            ))}
            <span className={styles.title}>{runbook.title}</span>
          </Link>
          <span className={styles.about}>
            {runbook.urgency !== undefined && (
              <span className={styles.urgency} data-urgency={runbook.urgency}>
                <Urgency urgency={runbook.urgency} />
              </span>
            )}
            <span>
              {runbook.services.length > 0 ? (
                runbook.services.map(({title}) => title).join(', ')
              ) : (
                <Translate id="runbook.anyService" description="The alert of this runbook belongs to no single service">
                  Any service
                </Translate>
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
