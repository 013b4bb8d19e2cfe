import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import type {Hit} from '../runbook/lookup.ts';
import styles from './FoundRunbooks.module.css';

const shown = 5;

/** The first few runbooks that were found, a line each, and the way to all of them. */
export function FoundRunbooks({hits, count}: {readonly hits: readonly Hit[]; readonly count: number}): ReactNode {
  return (
    <>
      <ul className={styles.hits}>
        {hits.slice(0, shown).map(({runbook, because}) => (
          <li key={runbook.slug}>
            <Link to={`/${runbook.slug}`}>
              <code>{runbook.alerts[0]?.name ?? runbook.title}</code>
              <span>{because ?? runbook.title}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Link className={clsx(styles.all)} to="/runbooks/">
        <Translate id="home.allRunbooks" description="Link to the list of every runbook" values={{count}}>
          {'All runbooks ({count})'}
        </Translate>
      </Link>
    </>
  );
}
