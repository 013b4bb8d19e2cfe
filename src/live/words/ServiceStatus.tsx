import type {ReactNode} from 'react';
import type {ServiceFacts} from '../facts.ts';
import {useLive} from '../feed/use-feed.ts';
import {LiveWord} from './LiveWord.tsx';
import styles from './ServiceStatus.module.css';

interface Props {
  /** Name of a Component in `data/catalog`. */
  readonly service: string;
  /** Given by the build. */
  readonly facts: ServiceFacts;
}

/** The state of a service: the worst of its alerts and of the probes that watch it. */
export function ServiceStatus({service, facts}: Props): ReactNode {
  const id = `service:${service}`;
  return (
    <span className={styles.service}>
      <span className={styles.name}>{facts.title}</span>{' '}
      <LiveWord id={id} live={useLive(id)} name={facts.title} consoles={facts.consoles} />
    </span>
  );
}
