import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import type {RunbookFacts} from './facts.ts';
import styles from './RunbookList.module.css';
import {RunbookLookup} from './RunbookLookup.tsx';
import {Urgency} from './Urgency.tsx';

/** Every runbook by alert, title and service, with a field that narrows the list: a table where there is room, one block each on a phone. */
export function RunbookList({facts}: {readonly facts: readonly RunbookFacts[]}): ReactNode {
  return (
    <RunbookLookup runbooks={facts}>
      {(hits) => (
        <ul className={styles.list}>
          {hits.map(({runbook, because}) => (
            <Row key={runbook.slug} runbook={runbook} because={because} />
          ))}
        </ul>
      )}
    </RunbookLookup>
  );
}

function Row({runbook, because}: {readonly runbook: RunbookFacts; readonly because: string | undefined}): ReactNode {
  return (
    <li>
      <Link className={clsx(styles.link)} to={`/${runbook.slug}`}>
        {runbook.alerts.map(({name}) => (
          <code key={name}>{name}</code>
        ))}
        <span className={styles.title}>
          {runbook.title}
          {because !== undefined && <span className={styles.because}>{because}</span>}
        </span>
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
  );
}
