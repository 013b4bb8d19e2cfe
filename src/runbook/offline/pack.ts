import type {Language} from '../../catalog/contract.ts';
import type {Findable} from '../../search/findable.ts';
import {escapeHtml, selfContained} from '../lane/document.ts';
import {messages} from './messages.ts';

export interface PackOptions {
  readonly language: Language;
  /** Name of the handbook, and its address in this language. */
  readonly site: string;
  readonly home: string;
  readonly commit: Commit;
  readonly runbooks: readonly {readonly entry: Findable; /** What was cut of its page. */ readonly content: string}[];
  readonly style: string;
  readonly script: string;
  readonly themeKey: string;
}

/** What the file was made from. */
export interface Commit {
  /** Undefined where nobody keeps the history. */
  readonly id: string | undefined;
  /** ISO 8601: of the commit, or of the build where there is none. */
  readonly at: string;
}

/** What is in sight before a runbook is open. Style is cut for it too. */
export function packBody({language, site, home, commit, runbooks}: Omit<PackOptions, 'style' | 'script' | 'themeKey'>): string {
  const say = messages[language];
  const built = say.built(commit.id ?? say.unknown, commit.at.slice(0, 10));
  const entries = JSON.stringify(runbooks.map(({entry}) => entry)).replaceAll('<', String.raw`\u003c`);
  return [
    `<header data-bar><a href="#">${escapeHtml(site)}</a><nav><a href="${escapeHtml(home)}">${say.online}</a></nav></header>`,
    `<main><p data-built data-at="${commit.at}">${escapeHtml(built)} <span data-age></span></p><p data-old role="alert" hidden></p>`,
    `<noscript><p data-old>${say.noScript}</p></noscript>`,
    `<form data-find role="search"><h1>${say.all}</h1><label for="find">${say.find}</label>`,
    `<input id="find" type="search" placeholder="${say.hint}" autocomplete="off" autocapitalize="off" spellcheck="false">`,
    '<p data-count role="status"></p><ul data-hits></ul></form><div data-open></div></main>',
    ...runbooks.map(({entry, content}) => `<template data-slug="${escapeHtml(entry.slug)}">${content}</template>`),
    `<script type="application/json" data-entries>${entries}</script>`,
  ].join('');
}

/** Every runbook of a language in one file that works without a network, opened from a disk as well. */
export function packRunbooks(options: PackOptions): string {
  const {language, site, style, script, themeKey} = options;
  return selfContained({language, title: messages[language].title(site), style, body: packBody(options), script, themeKey});
}
