import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import {useLanguage} from '../page/use-language.ts';
import type {Hit} from '../search/finder.ts';
import {sayHit} from '../search/messages.ts';
import styles from './FoundRunbooks.module.css';

const shown = 5;

/** The first few runbooks that were found, a line each, and the way to all of them. */
export function FoundRunbooks({hits, count}: {readonly hits: readonly Hit[]; readonly count: number}): ReactNode {
  const language = useLanguage();
  return (
    <>
      <ul className={styles.hits}>
        {hits.slice(0, shown).map((hit) => (
          <li key={hit.runbook.slug}>
            <Link to={`/${hit.runbook.slug}`}>
              <code>{hit.runbook.alerts[0] ?? hit.runbook.title}</code>
              <span>{sayHit(hit, language) ?? hit.runbook.title}</span>
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
