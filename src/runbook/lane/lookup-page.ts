import type {Language} from '../../catalog/contract.ts';
import {escapeHtml} from './document.ts';
import {messages} from './messages.ts';

export interface LookupPart {
  readonly language: Language;
  /** The path under which the language is served. */
  readonly base: string;
  /** Name of the handbook. */
  readonly site: string;
}

/** The body of a page that looks up an alert, or says that there is no page: once for each language that it answers for. */
export function lookupBody(parts: readonly LookupPart[], kind: 'lookup' | 'missing', others: readonly LookupPart[]): string {
  return parts.map((part, n) => lookupPart(part, {kind, others, isFirst: n === 0})).join('');
}

interface Options {
  readonly kind: 'lookup' | 'missing';
  readonly others: readonly LookupPart[];
  readonly isFirst: boolean;
}

function lookupPart({language, base, site}: LookupPart, {kind, others, isFirst}: Options): string {
  const say = messages[language];
  const id = `find-${language}`;
  const links = [
    {href: `${base}runbooks/start-here`, text: say.startHere},
    {href: `${base}runbooks/`, text: say.list},
    {href: base, text: say.home},
  ].map(({href, text}) => `<li><a href="${escapeHtml(href)}">${text}</a></li>`);
  const elsewhere = others
    .filter((other) => other.language !== language)
    .map(
      (other) =>
        `<li><a href="${escapeHtml(other.base)}" lang="${other.language}" hreflang="${other.language}">${messages[other.language].own}</a></li>`,
    );
  return [
    `<div data-lookup data-base="${escapeHtml(base)}" lang="${language}"${isFirst ? '' : ' hidden'}>`,
    `<header data-bar><a href="${escapeHtml(base)}">${escapeHtml(site)}</a></header><main class="markdown">`,
    `<h1>${kind === 'missing' ? say.missing : say.lookup}</h1>`,
    `<div data-answer><p data-lead>${kind === 'missing' ? say.missingLead : say.lookupLead}</p></div>`,
    `<form data-find role="search" hidden><label for="${id}">${say.find}</label>`,
    `<input id="${id}" type="search" placeholder="${say.findHint}" autocomplete="off" autocapitalize="off" spellcheck="false">`,
    `<ul data-hits></ul></form><ul data-ways>${links.join('')}${elsewhere.join('')}</ul></main></div>`,
  ].join('');
}
