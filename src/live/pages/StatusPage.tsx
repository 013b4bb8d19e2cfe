import type {ReactNode} from 'react';
import type {StatusPageFacts, WatchedService} from '../facts.ts';
import {DependencyStatus} from '../words/DependencyStatus.tsx';
import {ErrorBudget} from '../words/ErrorBudget.tsx';
import {useLanguage} from '../../page/use-language.ts';
import {ServiceStatus} from '../words/ServiceStatus.tsx';
import {useHistory, type History} from './history.ts';
import {HistoryStrip} from './HistoryStrip.tsx';
import styles from './LivePage.module.css';
import {phrases} from './phrases.ts';
import {ToOnCall} from './ToOnCall.tsx';

/** Every service by its system, the days behind it, what it may still spend, and whom it depends on. */
export function StatusPage({facts: {systems, providers, budgets}}: {readonly facts: StatusPageFacts}): ReactNode {
  const language = useLanguage();
  const say = phrases[language];
  const history = useHistory([
    ...systems.flatMap(({services}) => services.flatMap(({probes}) => probes)),
    ...providers.flatMap(({probe}) => probe ?? []),
  ]);
  return (
    <main className={styles.page}>
      <h1>{say.statusTitle}</h1>
      <ul className={styles.links}>
        <li>
          <ToOnCall />
        </li>
      </ul>
      {history.kind === 'asking' && <p>{say.statusNeedsScript}</p>}
      {systems.map(({title, services}) => (
        <section key={title ?? ''}>
          <h2>{title ?? say.others}</h2>
          <ul className={styles.services}>
            {services.map((service) => (
              <Service key={service.name} service={service} history={history} />
            ))}
          </ul>
        </section>
      ))}
      {/* No colour stands in the static page, not even as a key. */}
      {history.kind === 'read' && (
        <p className={styles.legend}>
          {say.legend} <span data-bar="ok">{say.legendOk}</span> <span data-bar="failed">{say.legendFailed}</span>{' '}
          <span data-bar="missing">{say.legendMissing}</span>
        </p>
      )}
      {budgets.length > 0 && (
        <section>
          <h2>{say.budgets}</h2>
          {budgets.map((budget) => (
            <ErrorBudget key={budget.name} slo={budget.name} facts={budget} />
          ))}
        </section>
      )}
      <section>
        <h2>{say.providers}</h2>
        {providers.length === 0 && <p>{say.noProviders}</p>}
        {providers.map((provider) => (
          <div key={provider.name}>
            <DependencyStatus provider={provider.name} facts={provider} />
            {provider.probe !== undefined && <HistoryStrip probe={provider.probe} history={history} />}
          </div>
        ))}
      </section>
    </main>
  );
}

function Service({service, history}: {readonly service: WatchedService; readonly history: History}): ReactNode {
  const language = useLanguage();
  const {name, description, needs, probes} = service;
  return (
    <li id={name}>
      <ServiceStatus service={name} facts={service} />
      {description !== undefined && <p>{description}</p>}
      {needs.length > 0 && <p className={styles.soft}>{phrases[language].dependsOn(needs.join(language === 'ja' ? '、' : ', '))}</p>}
      {probes.map((probe) => (
        <HistoryStrip key={probe} probe={probe} history={history} />
      ))}
    </li>
  );
}
