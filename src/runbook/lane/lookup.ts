import type {Language} from '../../catalog/contract.ts';
import {byName} from '../../search/by-name.ts';
import type {Directory} from '../../search/directory.ts';
import {findRunbooks} from '../../search/finder.ts';
import {answerUnknown} from '../../search/unknown-alert.ts';
import {readAsked} from './asked-alert.ts';
import {drawHits} from './draw-hits.ts';
import {drawUnknown} from './unknown.ts';
import {messages} from './messages.ts';

interface Options {
  readonly language: Language;
  /** The path under which the language is served. */
  readonly base: string;
}

/** Answers for an address without a page: leads to the alert that was meant, or says what there is instead, and finds runbooks by typing. */
export async function openLookup(root: HTMLElement, {language, base}: Options): Promise<void> {
  const asked = readAsked(location, base);
  const answer = root.querySelector<HTMLElement>('[data-answer]');
  const heading = root.querySelector('h1');
  let directory: Directory;
  try {
    directory = await readDirectory(base);
  } catch {
    const line = root.querySelector<HTMLElement>('[data-lead]');
    if (line !== null) line.textContent = messages[language].noDirectory;
    return;
  }
  openFinder(root, directory, {language, base, rest: asked.rest});
  if (asked.alertname === undefined || answer === null || heading === null) return;
  const found = byName(directory.runbooks)(asked.alertname);
  const lane = found === undefined ? undefined : `${base}r/${encodeURIComponent(found.alert)}`;
  if (lane !== undefined && location.pathname.replace(/\/$/, '') !== lane) {
    location.replace(lane + asked.rest);
    return;
  }
  const unknown = answerUnknown({alertname: asked.alertname, labels: asked.labels}, directory, language);
  // The answer has it already, and larger.
  root.querySelector(`[data-ways] a[href$="${unknown.triage}"]`)?.parentElement?.remove();
  drawUnknown({heading, answer}, unknown, {language, base, rest: asked.rest});
}

function openFinder(root: HTMLElement, {runbooks}: Directory, {language, base, rest}: Options & {readonly rest: string}): void {
  const form = root.querySelector<HTMLFormElement>('[data-find]');
  const input = form?.querySelector('input');
  const list = form?.querySelector<HTMLElement>('[data-hits]');
  if (form === null || !input || !list) return;
  form.hidden = false;
  const find = (): void => {
    const hits = input.value.trim() === '' ? [] : findRunbooks(runbooks, input.value).slice(0, 12);
    drawHits(list, hits, {language, href: ({slug, alerts}) => base + (alerts[0] === undefined ? slug : `r/${alerts[0]}`) + rest});
  };
  input.addEventListener('input', find);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
}

async function readDirectory(base: string): Promise<Directory> {
  const response = await fetch(`${base}r/index.json`, {signal: AbortSignal.timeout(10_000)});
  if (!response.ok) throw new Error(`The directory of alerts answered ${response.status}.`);
  return (await response.json()) as Directory;
}
