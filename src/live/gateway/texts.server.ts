import type {AlertsAnswer} from '../contract.ts';
import {alertsId} from '../truth/verdicts.ts';
import type {Gateway} from './gateway.server.ts';

/**
 * How long a text may be said again, in milliseconds. The ages in it are too young by no more than that, which is less than a network takes
 * and far less than any state is valid for.
 */
const moment = 100;
/** Alerts of the list that readers get, and the bytes of them: far more than anybody reads, and nothing that a stream chokes on. */
const mostItems = 500;
export const mostBytes = 256_000;

/** What the gateway says of an id, as JSON that is written once for all who ask in the same moment. */
export class Texts {
  readonly #gateway: Gateway;
  readonly #said = new Map<string, {readonly text: string; readonly version: number; readonly until: number}>();

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** A `Live`, or for the id of the list of alerts an `AlertsAnswer`; undefined for an id that nothing in `data/` names. */
  of(id: string): string | undefined {
    const version = this.#gateway.changedAt(id);
    const now = performance.now();
    const said = this.#said.get(id);
    if (said !== undefined && said.version === version && now < said.until) return said.text;
    const live = id === alertsId ? undefined : this.#gateway.live(id);
    // Ids that strangers make up are not remembered.
    if (id !== alertsId && live === undefined) return undefined;
    const text = live === undefined ? listText(this.#gateway.alerts()) : JSON.stringify(live);
    this.#said.set(id, {text, version, until: now + moment});
    return text;
  }
}

/** The first alerts of the list; what is beyond is counted, as evidence that the list is not whole. */
function listText({items, live}: AlertsAnswer): string {
  const texts: string[] = [];
  let bytes = 0;
  for (const item of items.slice(0, mostItems)) {
    const text = JSON.stringify(item);
    bytes += Buffer.byteLength(text);
    if (bytes > mostBytes) break;
    texts.push(text);
  }
  const more = items.length - texts.length;
  const told = more === 0 ? [] : [{source: 'handbook', check: 'more', ok: false, detail: String(more)}];
  return `{"items":[${texts.join(',')}],"live":${JSON.stringify({...live, evidence: [...live.evidence, ...told]})}}`;
}
