import type {Catalog} from '../catalog/model.ts';
import type {Situation} from './incidents.ts';
import {listen, type Listening} from './listen.server.ts';
import {shiftWords} from './overlay.ts';
import {calendar, figureAnswer, providerAnswer} from './stand-ins.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Stands in for all that `data/live.yaml` reads outside: sites that are probed, providers, figures in JSON, calendars. */
export function startStandIns(catalog: Catalog, situation: Situation): Promise<Listening> {
  return listen((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://stand-ins');
    const {status, type, body} = answerTo(decodeURIComponent(pathname), {catalog, situation}) ?? {
      status: 404,
      type: 'text/plain',
      body: 'nothing\n',
    };
    response.writeHead(status, {'content-type': type}).end(body);
  });
}

function answerTo(path: string, {catalog: {live, teams}, situation}: {catalog: Catalog; situation: Situation}): Answer | undefined {
  const [, folder, name, ...rest] = path.split('/');
  const now = new Date();
  switch (folder) {
    case 'probes': {
      const probe = live.probes.find((candidate) => candidate.name === name);
      const isDown = situation.has('site-down') && probe?.service === 'web-front';
      return probe && {status: isDown ? 503 : (probe.expect[0] ?? 200), type: 'text/plain', body: isDown ? 'down\n' : 'up\n'};
    }
    case 'providers':
    case 'repos': {
      const provider = live.providers.find((candidate) =>
        candidate.kind === 'github-actions'
          ? path === `/repos/${candidate.repository}/actions/workflows/${candidate.workflow}/runs`
          : folder === 'providers' && candidate.name === name && rest.length === 0,
      );
      return provider && json(providerAnswer(provider, {isDown: situation.has('providers-down'), now}));
    }
    case 'figures': {
      const query = live.queries.find((candidate) => candidate.name === name);
      return query !== undefined && 'json' in query ? json(figureAnswer(query, now)) : undefined;
    }
    case 'calendars': {
      const own = live.oncall.find(({team}) => team === name);
      return own && {status: 200, type: 'text/calendar; charset=utf-8', body: calendar(shiftWords(own, teams.get(own.team)), now)};
    }
    default:
      return undefined;
  }
}

function json(body: unknown): Answer {
  return {status: 200, type: 'application/json', body: JSON.stringify(body)};
}
