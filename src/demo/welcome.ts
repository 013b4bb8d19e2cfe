import {patience} from './impatient.ts';
import {allWell, incidents} from './incidents.ts';

/** What the demo says once it runs: where to look, and how to set something off. */
export function welcome({
  url,
  switchUrl,
  prometheusUrl,
  alertmanagerUrl,
}: Readonly<Record<'url' | 'switchUrl' | 'prometheusUrl' | 'alertmanagerUrl', string>>): string {
  const keys = [...incidents, {...allWell, title: 'All well again'}].map(({key, id, title}) => `    ${key}  ${id.padEnd(18)} ${title}`);
  return `
  The handbook     ${url}   日本語 ${url}/ja/
  What is firing   ${url}/oncall
  Services         ${url}/status
  A runbook        ${url}/r/BlackboxProbeFailed
  Prometheus       ${prometheusUrl}
  Alertmanager     ${alertmanagerUrl}

  Everything is scraped every two seconds, and no rule waits or looks back longer than ${patience}: in data/alerts
  they wait for up to an hour. Thirty days of history are made up.

  Set an incident off with its key, on the page ${switchUrl} or with
  curl -X POST ${switchUrl}/incident/site-down

${keys.join('\n')}

  Ctrl-C ends everything and leaves nothing behind.
`;
}
