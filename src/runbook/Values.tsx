import Translate from '@docusaurus/Translate';
import {useRef, useState, useSyncExternalStore, type ReactNode} from 'react';
import type {Param} from '../page/contract.ts';
import {assignment, quoted, valuesFrom} from './values.ts';
import styles from './Values.module.css';

const never = (): (() => void) => () => {};

/**
 * The shell variables that the page's commands use. What the alert's link brought is set; the others are empty and show an example, because
 * a believable value that is not this alert's would be pasted at night.
 */
export function Values({params}: {readonly params: readonly Param[]}): ReactNode {
  const [copied, setCopied] = useState(false);
  const lines = useRef<HTMLDivElement>(null);
  // The static page knows no query; values appear with the script.
  const query = useSyncExternalStore(
    never,
    () => location.search,
    () => '',
  );
  const values = valuesFrom(query, params);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(values.map(assignment).join('\n'));
      setCopied(true);
    } catch {
      // No clipboard without HTTPS: mark the lines, so that one key press copies them.
      if (lines.current !== null) getSelection()?.selectAllChildren(lines.current);
    }
  };
  return (
    <div className={styles.values}>
      <div className={styles.head}>
        <p>
          <Translate
            id="runbook.values"
            description="Above lines of shell that set variables, each with where its value comes from at its right end"
          >
            The commands use these. What the alert’s link did not bring is empty: set it yourself.
          </Translate>
        </p>
        <button type="button" onClick={() => void copy()}>
          {copied ? (
            <Translate id="runbook.copied" description="Stands on the button after a press">
              Copied
            </Translate>
          ) : (
            <Translate id="runbook.copy" description="Button: copies the lines of shell beside it">
              Copy
            </Translate>
          )}
        </button>
      </div>
      <div ref={lines} className={styles.lines}>
        {values.map(({param, value}) => (
          <div key={param.name}>
            <code>
              <b>{param.name}</b>={quoted(value ?? '')}
            </code>{' '}
            <span>
              {value === undefined ? (
                <Translate
                  id="runbook.example"
                  description="An example of a value, beside an empty shell variable"
                  values={{example: param.example}}
                >
                  {'e.g. {example}'}
                </Translate>
              ) : (
                <Translate id="runbook.fromAlert" description="Beside a shell variable whose value came with the alert's link">
                  from the alert
                </Translate>
              )}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
