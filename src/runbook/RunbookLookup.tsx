import {useHistory} from '@docusaurus/router';
import Translate, {translate} from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {useId, useState, type ReactNode} from 'react';
import {lookUp, type Findable, type Hit} from './lookup.ts';
import styles from './RunbookLookup.module.css';

interface Props<Runbook extends Findable> {
  readonly runbooks: readonly Runbook[];
  /** Draws what was found; without a script, and before anything is typed, that is every runbook. */
  readonly children: (hits: readonly Hit<Runbook>[]) => ReactNode;
}

/** A field that finds a runbook while one types. Enter opens the first; without a script it leads to the whole list. */
export function RunbookLookup<Runbook extends Findable>({runbooks, children}: Props<Runbook>): ReactNode {
  const [query, setQuery] = useState('');
  const history = useHistory();
  const root = useBaseUrl('/');
  const id = useId();
  const hits = lookUp(runbooks, query);
  return (
    <>
      <form
        className={styles.lookup}
        role="search"
        action={`${root}runbooks/`}
        onSubmit={(event) => {
          event.preventDefault();
          if (query.trim() !== '' && hits[0] !== undefined) history.push(`${root}${hits[0].runbook.slug}`);
        }}
      >
        <label htmlFor={id}>
          <Translate id="runbook.lookup" description="Label of the field that finds a runbook">
            Alert name, error text or service
          </Translate>
        </label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          placeholder={translate({
            id: 'runbook.lookup.example',
            message: 'e.g. CrashLoopBackOff',
            description: 'Example in the field that finds a runbook: an error text as it is written',
          })}
        />
        <p className={styles.none} role="status">
          {hits.length === 0 && (
            <Translate id="runbook.lookup.none" description="Said when no runbook holds what was typed">
              No runbook has these words.
            </Translate>
          )}
        </p>
      </form>
      {children(hits)}
    </>
  );
}
