import type {Findable} from '../../search/findable.ts';

interface Options {
  readonly entries: readonly Findable[];
  /** Where the open runbook stands. */
  readonly place: HTMLElement;
  readonly templateOf: (slug: string) => HTMLTemplateElement | undefined;
}

/** Printing with no runbook open prints a card for each that pages somebody, the emergency card first. */
export function openCards({entries, place, templateOf}: Options): void {
  let cards: HTMLElement | undefined;
  addEventListener('beforeprint', () => {
    if (place.childElementCount > 0) return;
    cards = document.createElement('div');
    cards.dataset['cards'] = '';
    const first = entries.filter(({slug}) => slug === 'runbooks/start-here');
    for (const {slug} of [...first, ...entries.filter(({urgency}) => urgency === 'page')]) {
      const template = templateOf(slug);
      if (template !== undefined) cards.append(template.content.cloneNode(true));
    }
    place.after(cards);
    document.body.toggleAttribute('data-reading', true);
  });
  addEventListener('afterprint', () => {
    if (cards === undefined) return;
    cards.remove();
    cards = undefined;
    document.body.toggleAttribute('data-reading', false);
  });
}
