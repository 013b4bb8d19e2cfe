import Link from '@docusaurus/Link';
import {useHistory} from '@docusaurus/router';
import Translate, {translate} from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {useDeferredValue, useId, useState, type ReactNode} from 'react';
import {useLanguage} from '../page/use-language.ts';
import type {Findable} from '../search/findable.ts';
import {findRunbooks, prepareFinder, type Hit} from '../search/finder.ts';
import {messages} from '../search/messages.ts';
import {triage} from '../search/triage.ts';
import styles from './RunbookLookup.module.css';

interface Props {
  /** The same list each time: what is known about it is kept. */
  readonly runbooks: readonly Findable[];
  /** Draws what was found; without a script, and before anything is typed, that is every runbook. */
  readonly children: (hits: readonly Hit[]) => ReactNode;
}

/** A field that finds a runbook while one types. Enter opens the first; without a script it leads to the whole list. */
export function RunbookLookup({runbooks, children}: Props): ReactNode {
  const [query, setQuery] = useState('');
  const history = useHistory();
  const root = useBaseUrl('/');
  const id = useId();
  // The field shows a letter at once, and a list of thousands after it.
  const hits = findRunbooks(runbooks, useDeferredValue(query));
  return (
    <>
      <form
        className={styles.lookup}
        role="search"
        action={`${root}runbooks/`}
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = query.trim() === '' ? [] : findRunbooks(runbooks, query);
          if (first !== undefined) history.push(`${root}${first.runbook.slug}`);
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
          onFocus={() => prepareFinder(runbooks)}
          onChange={(event) => setQuery(event.target.value)}
          placeholder={translate({
            id: 'runbook.lookup.example',
            message: 'e.g. CrashLoopBackOff',
            description: 'Example in the field that finds a runbook: an error text as it is written',
          })}
        />
        <div className={styles.none} role="status">
          <Missed hits={hits} />
        </div>
      </form>
      {children(hits)}
    </>
  );
}

/** Says that what was typed is nowhere, and what there is instead. */
function Missed({hits}: {readonly hits: readonly Hit[]}): ReactNode {
  const say = messages[useLanguage()];
  if (hits[0]?.how === 'near') return <p>{say.onlySimilar}</p>;
  if (hits.length > 0) return null;
  return (
    <>
      <p>
        <Translate id="runbook.lookup.none" description="Said when no runbook holds what was typed">
          No runbook has these words.
        </Translate>{' '}
        <Link to={`/${triage}`}>{say.without}</Link>
      </p>
      <p>
        {say.elsewhere} <Link to="/reference/glossary">{say.glossary}</Link> <Link to="/guidelines/">{say.guidelines}</Link>
      </p>
    </>
  );
}
