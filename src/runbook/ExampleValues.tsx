import Translate from '@docusaurus/Translate';
import {useRef, useState, type ReactNode} from 'react';
import type {Param} from '../page/contract.ts';
import styles from './ExampleValues.module.css';

/** The shell variables that the page's commands use, each with its example and the label of the alert that holds the real value. */
export function ExampleValues({params}: {readonly params: readonly Param[]}): ReactNode {
  const [copied, setCopied] = useState(false);
  const lines = useRef<HTMLDivElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(params.map(assignment).join('\n'));
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
            description="Above lines of shell that set variables to example values, each with the name of an alert's label at its right end"
          >
            Examples: replace each with the label of your alert, named on the right.
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
        {params.map((param) => (
          <div key={param.name}>
            <code>
              <b>{param.name}</b>={quoted(param.example)}
            </code>{' '}
            <span>{param.label}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function assignment({name, example}: Param): string {
  return `${name}=${quoted(example)}`;
}

/** As one word of a POSIX shell, whatever is in it. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
