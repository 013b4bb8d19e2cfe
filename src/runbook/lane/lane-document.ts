import type {Language} from '../../catalog/contract.ts';
import {escapeHtml, selfContained} from './document.ts';
import {messages} from './messages.ts';

export interface LaneOptions {
  readonly language: Language;
  readonly alert: string;
  /** Of the page. */
  readonly title: string;
  /** Name of the handbook. */
  readonly site: string;
  /** What was cut of the built page. */
  readonly content: string;
  readonly style: string;
  readonly script: string;
  /** Where the reader's choice of a theme is kept. */
  readonly themeKey: string;
  /** Addresses, each with the base path. */
  readonly links: {
    readonly home: string;
    /** The page that this was cut from, and the same with the site's origin. */
    readonly page: string;
    readonly canonical: string;
    /** The lane in the other languages. */
    readonly others: readonly {readonly language: Language; readonly href: string}[];
  };
}

/** The whole file of an incident lane. */
export function laneDocument({language, alert, title, site, content, style, script, themeKey, links}: LaneOptions): string {
  const say = messages[language];
  const others = links.others.map(
    (other) =>
      `<a data-keep-query href="${escapeHtml(other.href)}" hreflang="${other.language}" lang="${other.language}">${messages[other.language].own}</a>`,
  );
  const body = [
    `<header data-bar><a href="${escapeHtml(links.home)}">${escapeHtml(site)}</a><nav aria-label="${say.elsewhere}">`,
    `<a data-keep-query href="${escapeHtml(links.page)}">${say.readingPage}</a>${others.join('')}</nav></header>`,
    `<main>${content}<p data-address>${escapeHtml(links.canonical)}</p></main>`,
  ].join('');
  return selfContained({
    language,
    themeKey,
    title: say.title(alert, title),
    head: `<link rel="canonical" href="${escapeHtml(links.canonical)}">`,
    style,
    body,
    script,
  });
}
