import {get} from 'node:http';
import type {Live} from '../../src/live/state.ts';
import {ask, type Answer} from '../http/auth/ask.ts';
import {until} from './processes.ts';

/** A reader of a handbook who keeps every byte that it sends, and looks all the time whether it lives. */
export class Witness {
  /** Everything that was heard, with what it was the answer to. */
  readonly heard: {readonly to: string; readonly text: string}[] = [];
  readonly failures: string[] = [];
  looks = 0;
  slowestMs = 0;
  readonly #url: string;
  #stopped = false;

  constructor(url: string) {
    this.#url = url;
    void this.#watchHealth();
  }

  async look(target: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const answer = await ask(this.#url, target, headers);
    this.heard.push({to: target, text: JSON.stringify(answer.headers) + answer.body});
    return answer;
  }

  /** What is said of an id now. */
  async live(id: string): Promise<Live> {
    const {status, body} = await this.look(`/_status/v1/live?ids=${encodeURIComponent(id)}`);
    const live = status === 200 ? (JSON.parse(body) as {items: Record<string, Live>}).items[id] : undefined;
    if (live === undefined) throw new Error(`${id}: ${status} ${body}`);
    return live;
  }

  /** What is said of an id once its source has been heard. */
  settled(id: string): Promise<Live> {
    const seen = async (): Promise<Live | false> => {
      const now = await this.live(id);
      return !(now.state === 'unknown' && now.reason === 'never-seen') && now;
    };
    return until(`${id} to be asked`, seen);
  }

  /** Listens to a stream until the handbook ends. */
  listen(target: string): void {
    const request = get(`${this.#url}${target}`, (response) => {
      response.on('data', (chunk) => this.heard.push({to: target, text: String(chunk)}));
      response.on('error', () => {});
    });
    request.on('error', () => {});
  }

  /** Where any of these words was heard, and what stood around it. */
  finds(words: readonly (string | RegExp)[]): string[] {
    const found = words.flatMap((word) =>
      this.heard.flatMap(({to, text}) => {
        const at = typeof word === 'string' ? text.indexOf(word) : text.search(word);
        return at === -1 ? [] : [`${word} in ${to.replace(/=.*/, '')}: ${text.slice(Math.max(0, at - 80), at + 60)}`];
      }),
    );
    return [...new Set(found)];
  }

  stop(): void {
    this.#stopped = true;
  }

  async #watchHealth(): Promise<void> {
    while (!this.#stopped) {
      const started = performance.now();
      const status = await ask(this.#url, '/healthz').then((answer) => String(answer.status), String);
      if (this.#stopped) return;
      this.looks++;
      this.slowestMs = Math.max(this.slowestMs, performance.now() - started);
      if (status !== '200') this.failures.push(status);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** What the evidence says first of what failed. */
export function faultOf({evidence}: Live): string {
  return evidence.find(({ok}) => !ok)?.detail ?? 'nothing failed';
}
