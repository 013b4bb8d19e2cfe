import type {ReactNode} from 'react';
import {StateMark} from '../../live/words/StateMark.tsx';
import {useLanguage} from '../../page/use-language.ts';
import {WrittenIn} from '../../page/WrittenIn.tsx';
import type {AbsenceFacts} from '../facts.ts';
import styles from './Handover.module.css';
import {phrases} from './phrases.ts';

type Exercise = AbsenceFacts['exercises'][number];

/** The exercises in which the usual person was absent, newest first, and whose turn is next. */
export function AbsenceLog({facts: {due, isOverdue, next, exercises}}: {readonly facts: AbsenceFacts}): ReactNode {
  const say = phrases[useLanguage()];
  return (
    <div className={styles.word}>
      <p className={styles.standing}>
        <StateMark state={due === undefined ? 'unknown' : isOverdue ? 'degraded' : 'ok'} />
        <span>
          {due === undefined ? say.due.none : isOverdue ? say.due.over(due) : say.due.ahead(due)}{' '}
          {next && (next.last === undefined ? say.turn.first(next.team) : say.turn.again(next.team, next.last))}
        </span>
      </p>
      {exercises.length > 0 && (
        <table className={styles.log}>
          <thead>
            <tr>
              {[say.day, say.service, say.task, say.by, say.outcome, say.questions].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {exercises.map((exercise) => (
              <Row key={exercise.id} exercise={exercise} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({exercise: {at, service, task, role, finished, minutes, lang, unanswered}}: {readonly exercise: Exercise}): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  return (
    <tr>
      <td data-label={say.day}>
        <time dateTime={at}>{at}</time>
      </td>
      <td data-label={say.service}>{service}</td>
      <td data-label={say.task}>{say.tasks[task]}</td>
      <td data-label={say.by}>
        <code>{role}</code>
      </td>
      <td data-label={say.outcome}>{say.outcomes[finished ? 'finished' : 'stopped'](minutes)}</td>
      <td data-label={say.questions}>
        {unanswered.length === 0 ? say.noQuestions : <WrittenIn language={lang} />}
        <ul>
          {unanswered.map(({question, answered}) => (
            <li key={question}>
              {/* A record stays in the language of those who were there. */}
              <span lang={lang === language ? undefined : lang}>{question}</span>{' '}
              {answered === undefined ? <b>{say.open}</b> : <small>{say.answered(answered)}</small>}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
