import type {ServerResponse} from 'node:http';
import {alertsId} from '../truth/verdicts.ts';
import type {Gateway} from './gateway.server.ts';
import type {Texts} from './texts.server.ts';

const heartbeatMs = 3000;
/** How long a browser waits before it comes back to a stream that ended. */
const reconnectMs = 1000;
/** Bytes that may wait for a reader who does not read. Beyond that the stream ends, and the browser comes back to a new one. */
export const mostWaiting = 1_000_000;

/** Readers who want the same ids. What they hear is made once for all of them. */
interface Group {
  readonly ids: readonly string[];
  readonly readers: Set<ServerResponse>;
  /** The version of the gateway that they have heard. */
  version: number;
}

interface Wish {
  readonly ids: readonly string[];
  /** The version after which this reader wants to hear everything; 0 for all there is. */
  readonly after: number;
  readonly response: ServerResponse;
}

/**
 * The open event streams. https://html.spec.whatwg.org/multipage/server-sent-events.html
 *
 * Everything goes straight to the sockets, in the same turn in which the gateway learns it: a thousand readers cost one text for each group of
 * them, one timer, and one write for each.
 */
export class Streams {
  readonly #gateway: Gateway;
  readonly #texts: Texts;
  readonly #boot: string;
  readonly #groups = new Map<string, Group>();
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `boot` tells the versions of this server's life from those of another. */
  constructor({gateway, texts, boot}: {readonly gateway: Gateway; readonly texts: Texts; readonly boot: string}) {
    this.#gateway = gateway;
    this.#texts = texts;
    this.#boot = boot;
    gateway.onChange(() => this.#tellNews());
    gateway.stopped.addEventListener('abort', () => this.#end());
  }

  /** Answers a request with a stream that ends only with its reader, with the gateway, or when the reader does not read. */
  open({ids: asked, after, response}: Wish): void {
    // Whatever the order in which they were asked for, it is one group.
    const ids = asked.toSorted();
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      // Proxies must neither keep nor reshape nor gather it.
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    const version = this.#gateway.version();
    const hello = `event: hello\nretry: ${reconnectMs}\ndata: \n\n`;
    response.write(hello + this.#news(ids, {after, version}) + this.#heartbeat(ids));
    if (this.#gateway.stopped.aborted) {
      response.end();
      return;
    }
    const key = ids.join(',');
    const group = this.#groups.get(key) ?? {ids, readers: new Set(), version};
    this.#groups.set(key, group);
    group.readers.add(response);
    this.#wantAll([group]);
    this.#timer ??= setInterval(() => this.#beat(), heartbeatMs);
    const counted = this.#gateway.streamOpened();
    response.once('close', () => {
      counted();
      group.readers.delete(response);
      if (group.readers.size === 0 && this.#groups.get(key) === group) this.#groups.delete(key);
      if (this.#groups.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    });
  }

  #tellNews(): void {
    const version = this.#gateway.version();
    for (const group of this.#groups.values()) {
      const news = this.#news(group.ids, {after: group.version, version});
      group.version = version;
      if (news !== '') send(group, news + this.#heartbeat(group.ids));
    }
  }

  #beat(): void {
    this.#wantAll(this.#groups.values());
    this.#tellNews();
    for (const group of this.#groups.values()) send(group, this.#heartbeat(group.ids));
  }

  #wantAll(groups: Iterable<Group>): void {
    this.#gateway.want([...new Set([...groups].flatMap(({ids}) => ids))].filter((id) => id !== alertsId));
  }

  #news(ids: readonly string[], {after, version}: {after: number; version: number}): string {
    const frames = ids
      .filter((id) => this.#gateway.changedAt(id) > after)
      .map((id) => {
        const text = this.#texts.of(id);
        return id === alertsId ? `event: alerts\ndata: ${text}\n\n` : `event: live\ndata: {"id":${JSON.stringify(id)},"live":${text}}\n\n`;
      });
    const last = frames.pop();
    // Only the last of a round has an id: whoever is cut off in the middle resumes before the round, not after it.
    return last === undefined ? '' : `${frames.join('')}id: ${this.#boot}-${version}\n${last}`;
  }

  /** Confirms what has not changed, with its age and how old it may become: without it, colours on the page expire. */
  #heartbeat(ids: readonly string[]): string {
    const ages = Object.fromEntries(
      ids.map((id) => {
        const live = this.#gateway.live(id);
        return [id, live && [live.ageMs, live.validForMs]];
      }),
    );
    return `event: heartbeat\ndata: ${JSON.stringify({ages})}\n\n`;
  }

  #end(): void {
    for (const {readers} of this.#groups.values()) for (const response of readers) response.end();
  }
}

function send({readers}: Group, text: string): void {
  const bytes = Buffer.from(text);
  for (const response of readers) {
    if (response.writableLength > mostWaiting) response.destroy();
    else response.write(bytes);
  }
}
