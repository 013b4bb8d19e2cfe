import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import clsx from 'clsx';
import {useMemo, type ReactNode} from 'react';
import {useLanguage} from '../page/use-language.ts';
import {findable} from '../search/findable.ts';
import type {Hit} from '../search/finder.ts';
import {sayHit} from '../search/messages.ts';
import type {RunbookFacts} from './facts.ts';
import styles from './RunbookList.module.css';
import {RunbookLookup} from './RunbookLookup.tsx';
import {Urgency} from './Urgency.tsx';

/** Every runbook by alert, title and service, with a field that narrows the list: a table where there is room, one block each on a phone. */
export function RunbookList({facts}: {readonly facts: readonly RunbookFacts[]}): ReactNode {
  const runbooks = useMemo(() => facts.map(findable), [facts]);
  return (
    <RunbookLookup runbooks={runbooks}>
      {(hits) => (
        <ul className={styles.list}>
          {hits.map((hit) => (
            <Row key={hit.runbook.slug} hit={hit} />
          ))}
        </ul>
      )}
    </RunbookLookup>
  );
}

function Row({hit}: {readonly hit: Hit}): ReactNode {
  const {runbook} = hit;
  const because = sayHit(hit, useLanguage());
  return (
    <li>
      <Link className={clsx(styles.link)} to={`/${runbook.slug}`}>
        {runbook.alerts.map((name) => (
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
