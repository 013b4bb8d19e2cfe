import {Counter, Gauge, Histogram, Registry} from 'prom-client';
import type {Asked} from '../sources/outside.server.ts';
import type {State} from '../state.ts';

/** The gateway's figures about itself, in Prometheus text. */
export interface Metrics {
  readonly asked: (asked: Asked) => void;
  readonly streamOpened: () => () => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

interface Looks {
  /** Milliseconds since each source was last heard; undefined for one that never was. */
  readonly ages: () => ReadonlyMap<string, number | undefined>;
  readonly counts: () => ReadonlyMap<State, number>;
}

/** https://prometheus.io/docs/practices/naming/ */
export function createMetrics({ages, counts}: Looks): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'handbook_source_request_duration_seconds',
    help: 'How long sources took to answer, by source and outcome (read, or the reason why not).',
    labelNames: ['source', 'outcome'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10],
    registers,
  });
  const streams = new Gauge({name: 'handbook_open_streams', help: 'Event streams that are open now.', registers});
  const streamsTotal = new Counter({name: 'handbook_streams_total', help: 'Event streams opened since the start.', registers});
  registry.registerMetric(
    new Gauge({
      name: 'handbook_source_age_seconds',
      help: 'Seconds since the source last gave an answer that could be read.',
      labelNames: ['source'],
      registers: [],
      collect() {
        this.reset();
        for (const [source, age] of ages()) if (age !== undefined) this.set({source}, age / 1000);
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'handbook_live_states',
      help: 'How many things are in each state.',
      labelNames: ['state'],
      registers: [],
      collect() {
        for (const [state, count] of counts()) this.set({state}, count);
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'handbook_live_unknown_ratio',
      help: 'Share of things that nobody can vouch for now.',
      registers: [],
      collect() {
        const all = [...counts().values()].reduce((sum, count) => sum + count, 0);
        this.set(all === 0 ? 0 : (counts().get('unknown') ?? 0) / all);
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'handbook_resident_memory_bytes',
      help: 'Memory of the server process.',
      registers: [],
      collect() {
        this.set(process.memoryUsage.rss());
      },
    }),
  );
  return {
    asked: ({source, outcome, ms}) => requests.observe({source, outcome}, ms / 1000),
    streamOpened: () => {
      streams.inc();
      streamsTotal.inc();
      let open = true;
      return () => {
        if (open) streams.dec();
        open = false;
      };
    },
    text: async () => registry.metrics(),
    contentType: registry.contentType,
  };
}
