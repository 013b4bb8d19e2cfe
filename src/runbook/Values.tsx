import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';
import type {Param} from '../page/contract.ts';
import styles from './Values.module.css';

/**
 * The values that the page's commands use: what the alert's link brought, to be seen in one line and to be changed. Without a script it names
 * them, each with an example.
 */
export function Values({params}: {readonly params: readonly Param[]}): ReactNode {
  return (
    <details className={styles.values} data-values>
      <summary>
        <span className={styles.label}>
          <Translate id="runbook.values" description="Label before the values that a runbook's commands use, a word of at most ten letters">
            Values
          </Translate>
        </span>{' '}
        <span data-summary>
          {params.map(({name}) => (
            <code key={name}>{name} </code>
          ))}
        </span>
      </summary>
      {params.map((param) => (
        <div key={param.name} className={styles.value} data-value-of={param.name}>
          <label htmlFor={`value-${param.name}`}>{param.name}</label>
          <input
            id={`value-${param.name}`}
            name={param.name}
            placeholder={param.example}
            aria-describedby={`why-${param.name}`}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            disabled
            data-label={param.label}
            data-pattern={param.pattern}
          />
          <output id={`why-${param.name}`} data-why>
            {param.label}
          </output>
        </div>
      ))}
    </details>
  );
}
