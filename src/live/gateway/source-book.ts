import type {Log} from '../../http/log.server.ts';
import type {Reading} from '../sources/reading.ts';

/** When each source was last heard, for the metrics; and a line in the log whenever one begins to fail, fails otherwise, or answers again. */
export class SourceBook {
  readonly #log: Log;
  readonly #clock: () => number;
  readonly #sources = new Map<string, {readonly word: string; readonly readAt: number | undefined}>();

  constructor(log: Log, clock: () => number) {
    this.#log = log;
    this.#clock = clock;
  }

  heard(source: string, reading: Reading<unknown> | undefined | null): void {
    if (reading === undefined || reading === null) return;
    const before = this.#sources.get(source);
    const word = reading.kind === 'read' ? 'answers' : reading.reason;
    this.#sources.set(source, {word, readAt: reading.kind === 'read' ? reading.at : before?.readAt});
    if (before?.word === word) return;
    if (reading.kind === 'read') {
      if (before !== undefined) this.#log.info({source}, 'source answers again');
      return;
    }
    const cause = reading.cause instanceof Error ? `${reading.cause.name}: ${reading.cause.message}` : undefined;
    this.#log.warn({source, reason: reading.reason, detail: reading.detail, cause}, 'source fails');
  }

  /** Milliseconds since each source last gave an answer that could be read; undefined for one that never did. */
  ages(): Map<string, number | undefined> {
    const now = this.#clock();
    return new Map([...this.#sources].map(([source, {readAt}]) => [source, readAt === undefined ? undefined : now - readAt]));
  }
}
