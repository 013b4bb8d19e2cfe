// Ejected, not wrapped: the kind of the page, its owner and whether it is a draft stand in the same header as its title, and the folded
// contents of a phone below it. A runbook has its own way around: the bar at the thumb.
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {ThemeClassNames} from '@docusaurus/theme-common';
import {usePluginData} from '@docusaurus/useGlobalData';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Translate from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import MDXContent from '@theme/MDXContent';
import TOCMobile from '@theme-original/DocItem/TOC/Mobile';
import clsx from 'clsx';
import {useRef, type ReactNode} from 'react';
import type {FrontMatter} from '../../../page/contract.ts';
import {useOpenPage} from '../../../runbook/page/use-open-page.ts';
import styles from './styles.module.css';

export default function DocItemContent({children}: {readonly children: ReactNode}): ReactNode {
  const {metadata, frontMatter, toc} = useDoc();
  // Lint holds every page to this shape; a page that it has not seen yet may lack any of it.
  const page = frontMatter as Partial<FrontMatter>;
  const hasSteps = page.kind === 'runbook' || page.kind === 'procedure';
  const root = useRef<HTMLDivElement>(null);
  useOpenPage(root);
  const lane = hasSteps && {
    // What a script has written into one page must not stay in the next.
    key: metadata.id,
    'data-lane': '',
    'data-page': metadata.id,
    'data-alerts': page.kind === 'runbook' ? page.alerts?.join(' ') : undefined,
  };
  return (
    <div ref={root} className={clsx(ThemeClassNames.docs.docMarkdown, 'markdown')} {...lane}>
      <header className={styles.header} data-kind={page.kind}>
        <Heading as="h1">{metadata.title}</Heading>
        <Marks page={page} />
      </header>
      {page.kind !== 'runbook' && toc.length > 0 && <TOCMobile />}
      <MDXContent>{children}</MDXContent>
      {hasSteps && <section data-timeline="" />}
    </div>
  );
}

/** What a reader must know before believing the page. A runbook names its owner on its first screen. */
function Marks({page}: {readonly page: Partial<FrontMatter>}): ReactNode {
  const {currentLocale} = useDocusaurusContext().i18n;
  const written = 'lang' in page ? page.lang : undefined;
  const {teams} = usePluginData('handbook') as {teams: Readonly<Record<string, string>>};
  const owner = page.kind === 'runbook' || page.owner === undefined ? undefined : (teams[page.owner] ?? page.owner);
  const elsewhere = written !== undefined && written !== currentLocale;
  if (owner === undefined && !elsewhere && page.status !== 'draft' && page.status !== 'superseded') return null;
  return (
    <p className={styles.marks}>
      {page.status === 'draft' && (
        <b>
          <Translate id="page.draft" description="Mark on a page that nobody has adopted yet">
            Draft
          </Translate>
        </b>
      )}
      {page.status === 'superseded' && (
        <b>
          <Translate id="page.superseded" description="Mark on a page that another one replaced">
            Superseded
          </Translate>
        </b>
      )}
      {owner !== undefined && (
        <span>
          <Translate id="page.owner" description="Which team keeps the page" values={{owner}}>
            {'Kept by {owner}'}
          </Translate>
        </span>
      )}
      {elsewhere && written === 'en' && (
        <span>
          <Translate id="page.writtenInEnglish" description="On a record that is shown in another language than it was written in">
            A record, written in English and not translated
          </Translate>
        </span>
      )}
      {elsewhere && written === 'ja' && (
        <span>
          <Translate id="page.writtenInJapanese" description="On a record that is shown in another language than it was written in">
            A record, written in Japanese and not translated
          </Translate>
        </span>
      )}
    </p>
  );
}
