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
        {hits.slice(0, shown).map((hit) => {
          const {slug, title, alerts} = hit.runbook;
          const [alert] = alerts;
          const because = sayHit(hit, language);
          return (
            <li key={slug}>
              <Link to={`/${slug}`}>
                {alert === undefined ? <b>{title}</b> : <code>{alert}</code>}
                {/* A title that stands in the place of the alert is not said twice. */}
                {(because !== undefined || alert !== undefined) && <span>{because ?? title}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
      <Link className={clsx(styles.all)} to="/runbooks/">
        <Translate id="home.allRunbooks" description="Link to the list of every runbook" values={{count}}>
          {'All runbooks ({count})'}
        </Translate>
      </Link>
    </>
  );
}
