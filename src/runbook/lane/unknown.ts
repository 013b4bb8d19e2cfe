import type {Language} from '../../catalog/contract.ts';
import {messages} from '../../search/messages.ts';
import type {UnknownAlert} from '../../search/unknown-alert.ts';
import {drawHits} from './draw-hits.ts';

interface Places {
  readonly heading: HTMLElement;
  readonly answer: HTMLElement;
}

interface Options {
  readonly language: Language;
  readonly base: string;
  /** Query and fragment that go along. */
  readonly rest: string;
}

/** What somebody gets whose alert has no runbook, in the order of use: what may be meant, the first steps, whom to call, the issue. */
export function drawUnknown({heading, answer}: Places, unknown: UnknownAlert, {language, base, rest}: Options): void {
  const say = messages[language];
  const {name, near, component, urgency, tombstone, call} = unknown;
  heading.textContent = tombstone === undefined ? say.title(name) : say.withdrawn(name);
  document.title = heading.textContent;
  const lead = tombstone ?? (urgency === undefined ? say.unknown : say.known[urgency]);
  const parts: Node[] = [element('p', lead)];
  const href = (alert: string | undefined, slug: string): string => base + (alert === undefined ? slug : `r/${alert}`) + rest;
  if (near.length > 0) {
    const list = rows();
    drawHits(
      list,
      near.map(({name: because, runbook}) => ({runbook, how: 'near', because: runbook.alerts[0] === because ? undefined : because})),
      {language, href: ({alerts, slug}) => href(alerts[0], slug)},
    );
    parts.push(element('h2', say.near), list);
  }
  if (component.length > 0) {
    const list = rows();
    drawHits(
      list,
      component.map((runbook) => ({runbook, how: 'words', because: undefined})),
      {language, href: ({alerts, slug}) => href(alerts[0], slug)},
    );
    parts.push(element('h2', say.component), list);
  }
  const first = element('p');
  first.append(linkTo(base + unknown.triage, say.triage));
  first.dataset['triage'] = '';
  parts.push(element('h2', say.without), first);
  if (call.length > 0) {
    const list = element('ul');
    for (const team of call) list.append(element('li', team.channel === undefined ? team.name : `${team.name} ${team.channel}`));
    parts.push(element('h2', say.call), list);
  }
  const issue = element('p');
  issue.append(linkTo(unknown.issueUrl, say.issue), ' ', element('small', say.issueHolds));
  parts.push(issue);
  answer.replaceChildren(...parts);
}

/** Lines that a thumb can hit. */
function rows(): HTMLElement {
  const list = element('ul');
  list.dataset['hits'] = '';
  return list;
}

function element(tag: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}
