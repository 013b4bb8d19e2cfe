import type {Series} from './sample.ts';

/** Series as Prometheus reads them from a target. https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function exposition(series: readonly Series[], time: number): string {
  return series
    .map(({metric, labels, at}) => {
      const value = at(time);
      return value === undefined ? '' : `${nameOf(metric, labels)} ${value}\n`;
    })
    .join('');
}

/**
 * Series over a time as `promtool` reads them, with the labels that Prometheus gives to a target. Samples are less than five minutes apart,
 * because at no moment does Prometheus look back further for one.
 * https://prometheus.io/docs/prometheus/latest/storage/#backfilling-from-openmetrics-format
 */
export function* openMetrics(series: readonly Series[], until: number): Generator<string> {
  for (const {target, metric, labels, past, at} of series) {
    const name = nameOf(metric, {...labels, ...target.labels, job: target.job});
    let lines = '';
    for (let time = until - past; time < until; time += until - time > 86_400 ? 240 : 120) {
      const value = at(time);
      if (value !== undefined) lines += `${name} ${value} ${time}\n`;
    }
    yield lines;
  }
  yield '# EOF\n';
}

function nameOf(metric: string, labels: Readonly<Record<string, string>>): string {
  const written = Object.entries(labels).map(
    ([name, text]) => `${name}="${text.replaceAll(/[\\"]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`,
  );
  return `${metric}{${written.join(',')}}`;
}
