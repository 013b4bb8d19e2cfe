import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import {messages} from './messages.ts';
import {Ages, Months} from './TryFigures.tsx';
import styles from './RetroTrends.module.css';
import {enough, type KeptAgain, type Recurring, type Trends} from './trend-facts.ts';

/** What the records of all retrospectives and the register of Tries say together, as of the build. */
export function RetroTrends({facts}: {readonly facts: Trends}): ReactNode {
  const say = messages[useLanguage()];
  const {day, retrospectives, months, open, problems, keeps} = facts;
  const hasEnough = retrospectives >= enough;
  const few = <p>{say.tooFew(retrospectives)}</p>;
  return (
    <div className={styles.trends}>
      <p className={styles.asOf}>{say.asOf(day, retrospectives)}</p>
      <section>
        <h3>{say.completion}</h3>
        {!hasEnough ? few : months.length === 0 ? <p>{say.empty}</p> : <Months months={months} />}
      </section>
      <section>
        <h3>{say.age}</h3>
        {open.length === 0 ? <p>{say.none}</p> : <Ages open={open} day={day} />}
      </section>
      <section>
        <h3>{say.problems}</h3>
        {!hasEnough ? few : problems.length === 0 ? <p>{say.noProblems}</p> : <Problems problems={problems} />}
      </section>
      <section>
        <h3>{say.keeps}</h3>
        {!hasEnough ? few : keeps.length === 0 ? <p>{say.noKeeps}</p> : <Keeps keeps={keeps} />}
      </section>
    </div>
  );
}

function Problems({problems}: {readonly problems: readonly Recurring[]}): ReactNode {
  const say = messages[useLanguage()];
  return (
    <ul>
      {problems.map((problem) => (
        <li key={problem.text}>
          <Words of={problem} />
          <p className={styles.why}>
            {problem.about === undefined ? say.alike(problem.times.length) : say.about(problem.about, problem.times.length)}
          </p>
          <Times of={problem} />
        </li>
      ))}
    </ul>
  );
}

function Keeps({keeps}: {readonly keeps: readonly KeptAgain[]}): ReactNode {
  const say = messages[useLanguage()];
  return (
    <ul>
      {keeps.map((keep) => (
        <li key={keep.text}>
          <Words of={keep} />
          <Times of={keep} />
          <p className={styles.why}>
            {say.offer} <code>npm run new -- guideline {keep.slug}</code>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Words({of: {text, lang}}: {readonly of: Recurring}): ReactNode {
  return (
    <p className={styles.words} lang={lang === useLanguage() ? undefined : lang}>
      {text}
    </p>
  );
}

/** Each retrospective in which it came up, with its votes. */
function Times({of: {times}}: {readonly of: Recurring}): ReactNode {
  const say = messages[useLanguage()];
  return (
    <ol className={styles.times}>
      {times.map(({date, page, votes}) => (
        <li key={page}>
          <Link to={`/${page}`}>{date}</Link> <span>{say.votes(votes)}</span>
        </li>
      ))}
    </ol>
  );
}
