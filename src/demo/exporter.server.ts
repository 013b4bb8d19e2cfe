import {exposition} from './exposition.ts';
import type {Situation} from './incidents.ts';
import {listen, type Listening} from './listen.server.ts';
import type {Series} from './sample.ts';

/** One exporter that stands in for every target of the sample organisation, each under its own path. */
export function startExporter(series: readonly Series[], situation: Situation): Promise<Listening> {
  return listen((request, response) => {
    const own = series.filter(({target}) => target.path === request.url);
    if (situation.has('scrape-breaks')) response.writeHead(500).end('broken\n');
    else if (own.length === 0) response.writeHead(404).end('no such target\n');
    else response.writeHead(200, {'content-type': 'text/plain; version=0.0.4; charset=utf-8'}).end(exposition(own, Date.now() / 1000));
  });
}
