import Link from '@docusaurus/Link';
import {Fragment, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {Check, PracticeFacts} from '../facts.ts';
import type {FigureState} from '../figure-state.ts';
import {phrases} from './phrases.ts';
import styles from './Practices.module.css';

/** Each practice with the page that lives by it, what holds its figure, and what fails when it is not kept; on a phone each row is a block. */
export function Practices({facts}: {readonly facts: readonly PracticeFacts[]}): ReactNode {
  const say = phrases[useLanguage()];
  return (
    <table className={styles.practices}>
      <thead>
        <tr>
          <th scope="col">{say.practice}</th>
          <th scope="col">{say.page}</th>
          <th scope="col">{say.figure}</th>
          <th scope="col">{say.check}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map(({id, text, page, alsoOn, figure, state, check}) => (
          <tr key={id} id={id.toLowerCase()}>
            <th scope="row">
              <b>{id}</b> {text}
            </th>
            <td data-head={say.page}>
              <Link to={`/${page.path}`}>{page.title}</Link>
              {alsoOn.length > 0 && <AlsoOn pages={alsoOn} />}
            </td>
            <td data-head={say.figure}>
              {figure === undefined ? '–' : <code>{figure}</code>}
              {state !== undefined && <StateOf state={state} />}
            </td>
            <td data-head={say.check}>
              <CheckOf check={check} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AlsoOn({pages}: {readonly pages: PracticeFacts['alsoOn']}): ReactNode {
  const say = phrases[useLanguage()];
  return (
    <small className={styles.also}>
      {say.alsoOn}
      {pages.map(({path, title}, i) => (
        <Fragment key={path}>
          {i > 0 && say.and}
          <Link to={`/${path}`}>{title}</Link>
        </Fragment>
      ))}
    </small>
  );
}

/** What asks for somebody is bold; nothing here has a colour, which is for live state. */
function StateOf({state}: {readonly state: FigureState}): ReactNode {
  const say = phrases[useLanguage()].states;
  const words = state.kind === 'lapsed' ? say.lapsed(state.count) : say[state.kind];
  return <small className={styles.also}>{state.kind === 'current' ? words : <b>{words}</b>}</small>;
}

function CheckOf({check}: {readonly check: Check}): ReactNode {
  const {kinds, question} = phrases[useLanguage()];
  switch (check.kind) {
    case 'rule':
      return (
        <>
          {kinds.rule}{' '}
          <Link to={`/reference/lint/${check.id}`}>
            <code>{check.id}</code>
          </Link>
        </>
      );
    case 'test':
      return (
        <>
          {kinds.test} <code>{check.file}</code>
        </>
      );
    case 'case':
      return (
        <>
          {kinds.case}
          <Link to={`/${check.path}`}>{question}</Link>
        </>
      );
    default:
      return kinds.data;
  }
}
