import type {Language} from '../../catalog/contract.ts';
import type {Findable} from '../../search/findable.ts';
import type {Hit} from '../../search/finder.ts';
import {sayHit} from '../../search/messages.ts';

interface Options {
  readonly language: Language;
  readonly href: (runbook: Findable) => string;
}

/** Found runbooks, a line each: the alert, its title, and why it was found where that is not plain. */
export function drawHits(list: HTMLElement, hits: readonly Hit[], {language, href}: Options): void {
  list.replaceChildren(
    ...hits.map((hit) => {
      const line = document.createElement('li');
      const link = document.createElement('a');
      link.href = href(hit.runbook);
      const [alert, title] = [hit.runbook.alerts[0], hit.runbook.title];
      link.append(...(alert === undefined ? [element('strong', title)] : [element('b', alert), ' ', element('span', title)]));
      const why = sayHit(hit, language);
      if (why !== undefined) link.append(' ', element('small', why));
      line.append(link);
      return line;
    }),
  );
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
