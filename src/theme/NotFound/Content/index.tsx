// Ejected: somebody who followed a dead link at night needs ways on, not the name of the site that linked. The one file that answers for
// every unknown address speaks the first language of the site, so the others are offered here too.
import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Heading from '@theme/Heading';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import type {Language} from '../../../catalog/contract.ts';
import type {Text} from '../../../catalog/shapes.ts';
import {messages} from '../../../search/messages.ts';
import {triage} from '../../../search/triage.ts';
import {UnknownAlert} from '../../../search/UnknownAlert.tsx';
import {useUnknownAlert} from '../../../search/use-unknown-alert.ts';
import styles from './styles.module.css';

const elsewhere: Text = {en: 'This handbook in English', ja: 'このハンドブックの日本語版'};

export default function NotFoundContent({className}: {readonly className?: string}): ReactNode {
  const {i18n} = useDocusaurusContext();
  const others = i18n.locales.filter((locale) => locale !== i18n.currentLocale);
  const here = useUnknownAlert();
  return (
    <main className={clsx(styles.missing, className)}>
      {here?.answer === undefined ? <NoPage /> : <UnknownAlert answer={here.answer} />}
      <ul>
        {here !== undefined && (
          <li>
            <Link to={`/${triage}`}>{messages[i18n.currentLocale as Language].triage}</Link>
          </li>
        )}
        <li>
          <Link to="/runbooks/">
            <Translate id="notFound.runbooks" description="Link on the 404 page to the list of runbooks">
              Find a runbook by alert name
            </Translate>
          </Link>
        </li>
        <li>
          <Link to="/">
            <Translate id="notFound.home" description="Link on the 404 page to the home page">
              Home
            </Translate>
          </Link>
        </li>
        {others.map((locale) => (
          <li key={locale}>
            <a href={i18n.localeConfigs[locale]?.baseUrl ?? `/${locale}/`} lang={locale}>
              {elsewhere[locale as Language]}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}

function NoPage(): ReactNode {
  return (
    <>
      <Heading as="h1">
        <Translate id="theme.NotFound.title" description="The title of the 404 page">
          No page at this address
        </Translate>
      </Heading>
      <p>
        <Translate id="theme.NotFound.p1" description="The first paragraph of the 404 page">
          It may have moved, or the link may be cut short.
        </Translate>
      </p>
    </>
  );
}
