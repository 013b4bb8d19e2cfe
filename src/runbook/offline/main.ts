import type {Language} from '../../catalog/contract.ts';
import {byName} from '../../search/by-name.ts';
import type {Findable} from '../../search/findable.ts';
import {findRunbooks} from '../../search/finder.ts';
import {drawHits} from '../lane/draw-hits.ts';
import {openPage} from '../page/open-page.ts';
import {daysSince, oldAfterDays} from './age.ts';
import {openCards} from './cards.ts';
import {messages} from './messages.ts';
import {readRoute} from './route.ts';

/** The script of the offline file: finds a runbook, attaches it, enlivens it as its own page would be. One at a time, so that ids stay unique. */
const language = document.documentElement.lang as Language;
const say = messages[language];
const entries = JSON.parse(document.querySelector('[data-entries]')?.textContent ?? '[]') as Findable[];
const named = byName(entries);
const place = need('[data-open]');
const input = document.querySelector<HTMLInputElement>('#find') ?? missing('#find');
const title = document.title;
let close = (): void => {};

function need(selector: string): HTMLElement {
  return document.querySelector<HTMLElement>(selector) ?? missing(selector);
}

function missing(selector: string): never {
  throw new Error(`This file has no ${selector}.`);
}

function templateOf(slug: string): HTMLTemplateElement | undefined {
  return [...document.querySelectorAll<HTMLTemplateElement>('template[data-slug]')].find((template) => template.dataset['slug'] === slug);
}

function show(): void {
  const {name, search} = readRoute(location.hash);
  const slug = name === '' ? undefined : (entries.find((entry) => entry.slug === name)?.slug ?? named(name)?.runbook.slug);
  close();
  close = () => {};
  place.replaceChildren();
  document.title = title;
  document.body.toggleAttribute('data-reading', slug !== undefined);
  if (slug === undefined) {
    // A name that is not here is a question for the finder.
    input.value = name;
    find(search);
    return;
  }
  const template = templateOf(slug);
  if (template === undefined) return;
  place.append(template.content.cloneNode(true));
  const root = place.querySelector<HTMLElement>('[data-lane]');
  if (root === null) return;
  const alert = named(name)?.alert;
  document.title = `${alert ?? ''} ${root.querySelector('h1')?.textContent ?? ''}`.trim();
  close = openPage(root, {language, address: {search, hash: ''}});
  scrollTo(0, 0);
}

function find(search: string): void {
  const hits = findRunbooks(entries, input.value);
  need('[data-count]').textContent = hits.length === 0 ? say.none : say.count(hits.length);
  const begin = hits.length === 0 ? entries.filter(({slug}) => slug === 'runbooks/start-here') : [];
  drawHits(need('[data-hits]'), [...hits, ...begin.map((runbook) => ({runbook, how: 'all' as const, because: undefined}))], {
    language,
    href: ({slug, alerts}) => `#${alerts[0] ?? slug}${search}`,
  });
}

function sayAge(): void {
  const at = need('[data-built]').dataset['at'] ?? '';
  const days = daysSince(at, Date.now());
  need('[data-age]').textContent = `(${say.days(days)})`;
  const old = need('[data-old]');
  old.hidden = days <= oldAfterDays;
  old.textContent = old.hidden ? '' : say.old(days);
}

input.addEventListener('input', () => find(readRoute(location.hash).search));
need('[data-find]').addEventListener('submit', (event) => {
  event.preventDefault();
  document.querySelector<HTMLAnchorElement>('[data-hits] a')?.click();
});
// Within a runbook, an anchor must not take the address away from it.
place.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  const target = link === null ? null : document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target === null || !place.contains(target)) return;
  event.preventDefault();
  const folded = target.closest('details');
  if (folded !== null) folded.open = true;
  target.scrollIntoView();
  target.tabIndex = -1;
  target.focus({preventScroll: true});
});
addEventListener('hashchange', show);
openCards({entries, place, templateOf});
sayAge();
show();
