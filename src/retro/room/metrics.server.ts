import {Counter, Gauge, Histogram, Registry} from 'prom-client';
import {LogError, type BoardLog} from '../log/board-log.ts';

/** The boards' figures about themselves, in Prometheus text. */
export interface BoardMetrics {
  readonly cutOff: (reason: string) => void;
  /** The same log, whose appends are counted and timed. */
  readonly measured: (log: BoardLog) => BoardLog;
  readonly text: () => Promise<string>;
}

interface Looks {
  readonly boards: () => number;
  readonly people: () => number;
}

/** https://prometheus.io/docs/practices/naming/ */
export function createBoardMetrics({boards, people}: Looks): BoardMetrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, look: () => number): void => {
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(look());
        },
      }),
    );
  };
  gauge('handbook_board_open', 'Boards that are open now.', boards);
  gauge('handbook_board_people', 'People on boards now; somebody on two boards counts twice.', people);
  const durations = new Histogram({
    name: 'handbook_board_append_duration_seconds',
    help: 'How long updates took to be on the disk.',
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const failures = new Counter({
    name: 'handbook_board_append_failures_total',
    help: 'Updates that could not be written, by fault (gone, full, broken). They were not acknowledged.',
    labelNames: ['fault'],
    registers,
  });
  const cutOffs = new Counter({
    name: 'handbook_board_cut_offs_total',
    help: 'Clients of boards that were cut off, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const timed = async <T>(act: () => Promise<T>): Promise<T> => {
    const end = durations.startTimer();
    try {
      const result = await act();
      end();
      return result;
    } catch (error) {
      failures.inc({fault: error instanceof LogError ? error.fault : 'broken'});
      throw error;
    }
  };
  return {
    cutOff: (reason) => cutOffs.inc({reason}),
    measured: (log) => ({
      ...log,
      append: async (name, update) => timed(async () => log.append(name, update)),
      appendAll: async (appends) => timed(async () => log.appendAll(appends)),
    }),
    text: async () => registry.metrics(),
  };
}
