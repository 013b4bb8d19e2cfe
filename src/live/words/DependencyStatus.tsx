import type {ReactNode} from 'react';
import type {ProviderFacts} from '../facts.ts';
import {useLive} from '../feed/use-feed.ts';
import {sayState} from '../messages.ts';
import styles from './DependencyStatus.module.css';
import {useLanguage} from '../../page/use-language.ts';
import {LiveWord} from './LiveWord.tsx';
import {phrases} from './phrases.ts';
import {StateMark} from './StateMark.tsx';

interface Props {
  /** Name of a provider in `data/live.yaml`. */
  readonly provider: string;
  /** Given by the build. */
  readonly facts: ProviderFacts;
}

/** What a provider says of itself, beside what our own probe says of it, and a mark when they disagree. The worse of the two is its state. */
export function DependencyStatus({provider, facts: {title, link, probe, usedBy}}: Props): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const id = `provider:${provider}`;
  const live = useLive(id);
  const word = live === undefined || live.state === 'unknown' ? undefined : live.value.provider?.word;
  const disagree = live !== undefined && live.state !== 'unknown' && live.evidence.some(({check, ok}) => check === 'agrees' && !ok);
  return (
    <div className={styles.dependency}>
      <p>
        <span className={styles.title}>{title}</span> <LiveWord id={id} live={live} name={title} />
      </p>
      {disagree && (
        <p className={styles.disagree} role="status">
          {say.disagree}
        </p>
      )}
      {probe === undefined ? (
        <p className={styles.soft}>{say.noProbe}</p>
      ) : (
        <dl className={styles.words}>
          <div>
            <dt>{say.theirs}</dt>
            <dd data-state={word}>
              <StateMark state={word ?? 'unknown'} /> <b>{word === undefined ? say.missing : sayState(word, language)}</b>
            </dd>
          </div>
          <div>
            <dt>{say.ours}</dt>
            <dd>
              <OurProbe probe={probe} name={`${title}, ${say.ours}`} />
            </dd>
          </div>
        </dl>
      )}
      {usedBy.length > 0 && <p className={styles.soft}>{say.usedBy(usedBy.join(language === 'ja' ? '、' : ', '))}</p>}
      {link !== undefined && (
        <p>
          <a className={styles.link} href={link} rel="noreferrer">
            {say.theirPage}
          </a>
        </p>
      )}
    </div>
  );
}

function OurProbe({probe, name}: {readonly probe: string; readonly name: string}): ReactNode {
  const id = `probe:${probe}`;
  return <LiveWord id={id} live={useLive(id)} name={name} />;
}
