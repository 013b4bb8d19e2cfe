/** Values that are kept until a time, and only so many: the one that was not asked for the longest gives way. */
export class Remembered<T> {
  readonly #most: number;
  readonly #kept = new Map<string, {readonly value: T; readonly until: number}>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    // A Map keeps its order: what is put in again is the youngest.
    this.#kept.delete(key);
    if (found.until <= Date.now()) return undefined;
    this.#kept.set(key, found);
    return found.value;
  }

  /** `until` in milliseconds since 1970. */
  set(key: string, value: T, until: number): void {
    this.#kept.delete(key);
    this.#kept.set(key, {value, until});
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }

  get size(): number {
    return this.#kept.size;
  }
}
