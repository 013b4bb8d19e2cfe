import type {ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import {day, notedOf, sayTrust} from './messages.ts';
import styles from './Trust.module.css';
import type {Trust as Known} from './trust.ts';

/**
 * What may be believed of a page, in one line and without colour: it is no live state. The date is fixed when the site is built; `ageTrust` adds
 * how long ago that is, and shows what stands ready for a proof that has become old.
 */
export function Trust({trust}: {readonly trust: Known}): ReactNode {
  const language = useLanguage();
  if (trust.kind === 'never') return <span data-trust="never">{sayTrust(trust, language)}</span>;
  const noted = notedOf(trust);
  const ages = trust.kind === 'proven' || trust.kind === 'stale';
  return (
    <span data-trust={trust.kind} data-trust-at={trust.at} data-trust-stale-after-days={ages ? trust.staleAfterDays : undefined}>
      {ages ? (
        (['proven', 'stale'] as const).map((kind) => (
          <span key={kind} data-trust-when={kind} hidden={trust.kind !== kind}>
            <Said text={sayTrust({...trust, kind}, language)} at={trust.at} />
          </span>
        ))
      ) : (
        <Said text={sayTrust(trust, language)} at={trust.at} />
      )}
      {noted !== undefined && (
        <>
          {' '}
          <q className={styles.note} data-trust-note lang={noted.lang}>
            {noted.note}
          </q>
        </>
      )}
    </span>
  );
}

/** The age stands beside the date, because it is that of the use and not of what changed since. */
function Said({text, at}: {readonly text: string; readonly at: string}): ReactNode {
  const [before, after] = text.split(day(at));
  return (
    <>
      {before}
      <time dateTime={at}>{day(at)}</time>
      <span data-trust-age />
      {after}
    </>
  );
}
