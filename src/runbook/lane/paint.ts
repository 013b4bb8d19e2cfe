import type {Language} from '../../catalog/contract.ts';
import type {Feed} from '../../live/feed/feed.ts';
import {sayFigures, sayLastKnown, sayLive} from '../../live/messages.ts';
import {stateShapes} from '../../live/state-shapes.ts';
import type {Live, State} from '../../live/state.ts';
import {sayAge} from '../../live/times.ts';

type Source = Pick<Feed, 'watch' | 'subscribe' | 'get' | 'beat'>;

/**
 * Keeps the live words of a page as the feed has them: shape, word, figures, age. Until the first answer they stay what the static page says of
 * them, which is nothing.
 *
 * @returns a function that ends it.
 */
export function paintWords(root: ParentNode, {feed, language}: {readonly feed: Source; readonly language: Language}): () => void {
  const words = [...root.querySelectorAll<HTMLElement>('[data-live]')].map((element) => ({
    element,
    // The list of every alert has an id of its own in the feed.
    id: element.dataset['live'] === 'alerts' ? '*' : (element.dataset['live'] ?? ''),
    mark: element.querySelector('svg'),
    shown: undefined as Live | undefined,
  }));
  const paint = (): void => {
    for (const word of words) {
      const live = feed.get(word.id);
      if (live === undefined || live === word.shown) continue;
      word.shown = live;
      draw(word, live, language);
    }
  };
  const ends = [...new Set(words.map(({id}) => id))].map((id) => feed.watch(id));
  ends.push(feed.subscribe(paint));
  const timer = setInterval(() => {
    feed.beat();
    for (const {element, shown} of words) if (shown !== undefined) drawAge(element, shown, language);
  }, 1000);
  return () => {
    clearInterval(timer);
    for (const end of ends) end();
  };
}

interface Word {
  readonly element: HTMLElement;
  readonly mark: SVGElement | null;
}

function draw({element, mark}: Word, live: Live, language: Language): void {
  element.dataset['state'] = live.state;
  if (live.state === 'unknown') element.dataset['reason'] = live.reason;
  else delete element.dataset['reason'];
  // The same element says every state, or a screen reader would not hear the next.
  const said = element.querySelector('[role=status]') ?? part('span', 'said', '');
  said.setAttribute('role', 'status');
  const word = sayLive(live, language);
  const figures = live.state === 'unknown' ? undefined : sayFigures({...live.value, latencyMs: undefined}, language);
  const lastKnown = sayLastKnown(live, {language, now: Date.now()});
  element.replaceChildren(
    ...(mark === null ? [] : [shaped(mark, live.state)]),
    said,
    ...(figures === undefined ? [] : [' ', part('span', 'figures', figures)]),
    ' ',
    part('time', 'age', ''),
    ...(lastKnown === undefined ? [] : [' ', part('span', 'last', lastKnown)]),
  );
  if (said.textContent !== word) said.textContent = word;
  drawAge(element, live, language);
}

function drawAge(element: HTMLElement, {observedAt, validForMs}: Live, language: Language): void {
  const age = element.querySelector<HTMLTimeElement>('[data-part=age]');
  if (age === null) return;
  age.dateTime = observedAt;
  age.textContent = validForMs > 0 && validForMs < Infinity ? sayAge(Date.now() - Date.parse(observedAt), language) : '';
}

function part(tag: string, name: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.dataset['part'] = name;
  element.textContent = text;
  return element;
}

function shaped(mark: SVGElement, state: State): SVGElement {
  mark.replaceChildren(
    ...stateShapes[state].map(({d, drawn}) => {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', d);
      path.dataset['drawn'] = drawn;
      return path;
    }),
  );
  return mark;
}
