import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import {FiringAlerts} from '../live/words/FiringAlerts.tsx';
import {ToOnCall} from '../live/pages/ToOnCall.tsx';
import {ServiceStatus} from '../live/words/ServiceStatus.tsx';
import {RunbookLookup} from '../runbook/RunbookLookup.tsx';
import type {Door, HomeFacts} from './facts.ts';
import {FoundRunbooks} from './FoundRunbooks.tsx';
import styles from './HomePage.module.css';

/** Three doors, and the state of the house below them. */
export function HomePage({facts: {runbooks, house, next, mission, health, kpt}}: {readonly facts: HomeFacts}): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  return (
    <main className={styles.home}>
      <h1 className={styles.title}>
        {siteConfig.title} <span>{siteConfig.tagline}</span>
      </h1>
      <div className={styles.doors}>
        <section>
          <h2>
            <Translate id="home.paged" description="Door of the home page for somebody whom an alert has just called">
              I was paged
            </Translate>
          </h2>
          <RunbookLookup runbooks={runbooks}>{(hits) => <FoundRunbooks hits={hits} count={runbooks.length} />}</RunbookLookup>
          <h3 className={styles.firing}>
            <Translate id="home.firing" description="Heading above the alerts that are firing">
              Firing now
            </Translate>
          </h3>
          <FiringAlerts />
          <ToOnCall className={clsx(styles.boxes)} />
        </section>
        <section>
          <h2>
            <Translate id="home.new" description="Door of the home page for somebody in the first month in the team">
              I am new here
            </Translate>
          </h2>
          {next !== undefined && (
            <DoorLink door={next} first>
              <Translate id="home.next" description="Above the page to read next">
                Read next
              </Translate>
            </DoorLink>
          )}
          {mission !== undefined && (
            <DoorLink door={mission}>
              <Translate id="home.mission" description="Above the link to the mission">
                Why we exist
              </Translate>
            </DoorLink>
          )}
          {health !== undefined && (
            <DoorLink door={health}>
              <Translate id="home.health" description="Above the link to the health check">
                How the system is
              </Translate>
            </DoorLink>
          )}
        </section>
        <section>
          <h2>
            <Translate id="home.retro" description="Door of the home page for a team that is about to hold a retrospective">
              We hold a retro
            </Translate>
          </h2>
          {kpt !== undefined && (
            <>
              <DoorLink door={kpt} first>
                <Translate id="home.start" description="Above the link to the page that a retrospective starts from">
                  Start from
                </Translate>
              </DoorLink>
              <Link className={clsx(styles.boxes)} to={`${kpt.path}#time-boxes`}>
                <Translate id="home.boxes" description="Link to the two agendas of a retrospective">
                  Time boxes for 60 and for 30 minutes
                </Translate>
              </Link>
            </>
          )}
        </section>
      </div>
      {house !== undefined && (
        <p className={styles.house}>
          <ServiceStatus service={house.name} facts={house} />
        </p>
      )}
    </main>
  );
}

interface DoorProps {
  readonly door: Door;
  /** The page that most people behind this door want. */
  readonly first?: boolean;
  readonly children: ReactNode;
}

function DoorLink({door, first = false, children}: DoorProps): ReactNode {
  return (
    <div className={first ? styles.first : styles.link}>
      <h3>{children}</h3>
      <Link to={door.path}>{door.title}</Link>{' '}
      <span className={styles.minutes}>
        <Translate id="home.minutes" description="How long a page takes to read" values={{minutes: door.minutes}}>
          {'{minutes} min to read'}
        </Translate>
      </span>
      <p>{door.description}</p>
    </div>
  );
}
