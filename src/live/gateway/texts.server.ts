import {alertsId} from '../truth/verdicts.ts';
import type {Gateway} from './gateway.server.ts';

/**
 * How long a text may be said again, in milliseconds. The ages in it are too young by no more than that, which is less than a network takes
 * and far less than any state is valid for.
 */
const moment = 100;

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
    const value = id === alertsId ? this.#gateway.alerts() : this.#gateway.live(id);
    // Ids that strangers make up are not remembered.
    if (value === undefined) return undefined;
    const text = JSON.stringify(value);
    this.#said.set(id, {text, version, until: now + moment});
    return text;
  }
}
