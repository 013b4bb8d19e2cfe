/** How long after it was last asked for something is still wanted. */
const lingers = 60_000;

/** Alerts, services and probes are read whether anybody looks or not. */
const onDemand = /^(query|slo|provider|oncall):/;

/** What readers want to know at the moment. What nobody looks at is not asked for. */
export class Demand {
  readonly #until = new Map<string, number>();
  readonly #clock: () => number;
  readonly #news: () => void;

  /** `news` is called when something becomes wanted that was not. */
  constructor(clock: () => number, news: () => void) {
    this.#clock = clock;
    this.#news = news;
  }

  want(ids: readonly string[]): void {
    const now = this.#clock();
    let isNew = false;
    for (const id of ids.filter((wanted) => onDemand.test(wanted))) {
      isNew ||= !this.wants(id);
      this.#until.set(id, now + lingers);
    }
    if (isNew) this.#news();
  }

  wants(id: string): boolean {
    return (this.#until.get(id) ?? -Infinity) > this.#clock();
  }

  /** Whether its source is not asked, because nobody wants it. */
  isIdle(id: string): boolean {
    return onDemand.test(id) && !this.wants(id);
  }
}
