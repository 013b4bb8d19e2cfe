import Link from '@docusaurus/Link';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import type {AlertItem} from '../contract.ts';
import {sayEvidence, saySource} from '../evidence.ts';
import type {OnCallPageFacts} from '../facts.ts';
import {useAlerts} from '../feed/use-feed.ts';
import type {Live} from '../state.ts';
import {AlertRow} from '../words/AlertRow.tsx';
import {useLanguage} from '../../page/use-language.ts';
import {LiveWord} from '../words/LiveWord.tsx';
import {OnCall} from '../words/OnCall.tsx';
import {groupAlerts} from './group-alerts.ts';
import styles from './LivePage.module.css';
import {phrases} from './phrases.ts';

/** Names that one sentence can hold. */
const shownNames = 6;

/** What is firing now, each with its runbook, and whom to call. When nobody can tell, that comes first, with what to do about it. */
export function OnCallPage({facts}: {readonly facts: OnCallPageFacts}): ReactNode {
  const say = phrases[useLanguage()];
  const answer = useAlerts();
  const live = answer?.live;
  const [items, gone] = split(answer?.items ?? []);
  const cannotTell = live?.state === 'unknown';
  return (
    <main className={styles.page}>
      <h1>{say.onCallTitle}</h1>
      {cannotTell && <CannotTell live={live} facts={facts} />}
      {!cannotTell && (
        <p className={styles.state}>
          <LiveWord id="alerts" live={live} name={say.onCallTitle} consoles={facts.consoles} />
        </p>
      )}
      {live !== undefined && !cannotTell && <BlindSpots live={live} />}
      {live === undefined && <p>{say.needsScript}</p>}
      {cannotTell && items.length > 0 && <p>{say.lastList}</p>}
      <Firing items={items} live={live} facts={facts} />
      {gone.length > 0 && (
        <section>
          <h2>{say.lastSeen(gone.length)}</h2>
          <Rows items={gone} vouched={false} />
        </section>
      )}
      {(['pending', 'silenced', 'inhibited'] as const).map((state) => (
        <Folded key={state} state={state} items={items.filter((item) => item.state === state)} vouched={!cannotTell} />
      ))}
      {!cannotTell && (
        <section>
          <h2>{say.whoIsOnCall}</h2>
          <Teams facts={facts} />
        </section>
      )}
      {facts.runbooks.length > 0 && (
        <section>
          <h2>{say.waking}</h2>
          <ul className={styles.links}>
            {facts.runbooks.map(({slug, title, alert}) => (
              <li key={alert}>
                <Link to={`/${slug}`}>
                  <code>{alert}</code> <span>{title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className={styles.links}>
        <li>
          <Link to="/runbooks/">{say.runbooks}</Link>
        </li>
        <li>
          <Link to="/status">{say.toStatus}</Link>
        </li>
      </ul>
    </main>
  );
}

/** What is in the list, and what was in it and counts for nothing now. */
function split(items: readonly AlertItem[]): [listed: readonly AlertItem[], gone: readonly AlertItem[]] {
  return [items.filter(({lastSeenAt}) => lastSeenAt === undefined), items.filter(({lastSeenAt}) => lastSeenAt !== undefined)];
}

/** Firing is worse than unknown, and hides it: what nobody can vouch for is named beside what fires. */
function BlindSpots({live}: {readonly live: Live}): ReactNode {
  const language = useLanguage();
  const said = live.evidence.map((item) => sayEvidence(item, language)).filter(({outcome}) => outcome === 'fails');
  const names = [...new Set(said.map(({about, claim}) => about?.replace(/^alert:/, '') ?? claim))];
  if (names.length === 0) return null;
  const more = names.length > shownNames ? ` … (${names.length})` : '';
  return <p className={styles.blind}>{phrases[language].blind(names.slice(0, shownNames).join(language === 'ja' ? '、' : ', ') + more)}</p>;
}

type Unknown = Extract<Live, {state: 'unknown'}>;

function CannotTell({live, facts}: {readonly live: Unknown; readonly facts: OnCallPageFacts}): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const failing = new Set(
    live.evidence.flatMap((item) => {
      const {reason} = sayEvidence(item, language);
      const source = saySource(item.source, language);
      return reason === undefined ? [] : [language === 'ja' ? `${source}：${reason}` : `${source}: ${reason}`];
    }),
  );
  return (
    <section className={styles.cannotTell}>
      <h2>{say.cannotTell}</h2>
      <p className={styles.state}>
        <LiveWord id="alerts" live={live} name={say.onCallTitle} consoles={facts.consoles} />
      </p>
      {/* A page that has lost its server holds evidence of before. */}
      {live.reason !== 'gateway-lost' && failing.size > 0 && (
        <>
          <p>{say.failing}</p>
          <ul>
            {[...failing].slice(0, 5).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {live.lastKnown === undefined && <p>{say.neverKnown}</p>}
      <h3>{say.doNow}</h3>
      <ol>
        <li>
          {say.callNow}
          <Teams facts={facts} />
        </li>
        <li>
          {say.lookNow}{' '}
          <Link className={clsx(styles.target)} to="/runbooks/">
            {say.runbooks}
          </Link>
        </li>
      </ol>
    </section>
  );
}

function Teams({facts: {teams}}: {readonly facts: OnCallPageFacts}): ReactNode {
  const say = phrases[useLanguage()];
  if (teams.length === 0) return <p>{say.noCalendar}</p>;
  return teams.map((team) => <OnCall key={team.team} team={team.team} facts={team} />);
}

interface FiringProps {
  readonly items: readonly AlertItem[];
  readonly live: Live | undefined;
  readonly facts: OnCallPageFacts;
}

function Firing({items, live, facts}: FiringProps): ReactNode {
  const say = phrases[useLanguage()];
  const firing = items.filter(({state}) => state === 'firing');
  if (live === undefined || (live.state === 'unknown' && firing.length === 0)) return null;
  if (firing.length === 0) {
    const held = items.some(({state}) => state !== 'pending');
    return <h2>{live.state === 'ok' ? say.quiet : live.state === 'degraded' ? say.notYet : held ? say.allHeld : say.notListed}</h2>;
  }
  return (
    <section>
      <h2>{say.firing(firing.length)}</h2>
      {groupAlerts(firing, facts).map(({services, items: members}) => (
        <section key={services.join()}>
          <h3>{services.length === 0 ? say.noService : services.join(', ')}</h3>
          <Rows items={members} vouched={live.state !== 'unknown'} />
        </section>
      ))}
    </section>
  );
}

interface FoldedProps {
  readonly state: 'pending' | 'silenced' | 'inhibited';
  readonly items: readonly AlertItem[];
  readonly vouched: boolean;
}

function Folded({state, items, vouched}: FoldedProps): ReactNode {
  const say = phrases[useLanguage()];
  if (items.length === 0) return null;
  return (
    <details className={styles.folded}>
      <summary>{say.folded[state](items.length)}</summary>
      <Rows items={items} vouched={vouched} />
    </details>
  );
}

function Rows({items, vouched}: {readonly items: readonly AlertItem[]; readonly vouched: boolean}): ReactNode {
  return (
    <ul className={styles.rows}>
      {items.map((item) => (
        <AlertRow key={`${item.alertname}${JSON.stringify(item.labels)}`} item={item} vouched={vouched} big />
      ))}
    </ul>
  );
}
