import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import {useLanguage} from '../page/use-language.ts';
import type {Findable} from './findable.ts';
import {messages} from './messages.ts';
import type {UnknownAlert as Answer} from './unknown-alert.ts';

/** What somebody gets whose alert has no runbook, in the order of use: what may be meant, whom to call, the issue. */
export function UnknownAlert({answer}: {readonly answer: Answer}): ReactNode {
  const say = messages[useLanguage()];
  const {name, near, component, urgency, tombstone, call, issueUrl} = answer;
  return (
    <>
      <h1>{tombstone === undefined ? say.title(name) : say.withdrawn(name)}</h1>
      <p>{tombstone ?? (urgency === undefined ? say.unknown : say.known[urgency])}</p>
      {near.length > 0 && <Runbooks heading={say.near} runbooks={near} />}
      {component.length > 0 && <Runbooks heading={say.component} runbooks={component.map((runbook) => ({runbook, name: undefined}))} />}
      {call.length > 0 && (
        <>
          <h2>{say.call}</h2>
          <ul>
            {call.map((team) => (
              <li key={team.name}>
                {team.name} {team.channel !== undefined && <code>{team.channel}</code>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={issueUrl}>{say.issue}</a> <small>{say.issueHolds}</small>
      </p>
    </>
  );
}

interface RunbooksProps {
  readonly heading: string;
  readonly runbooks: readonly {readonly runbook: Findable; readonly name: string | undefined}[];
}

function Runbooks({heading, runbooks}: RunbooksProps): ReactNode {
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {runbooks.map(({runbook, name}) => (
          <li key={runbook.slug}>
            <Link to={`/${runbook.slug}`}>
              <code>{name ?? runbook.alerts[0] ?? runbook.title}</code> <span>{runbook.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
