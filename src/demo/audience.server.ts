import type {Catalog} from '../catalog/model.ts';

/** Half of the time for which the handbook remembers that somebody looked. */
const everyMs = 30_000;
/** Fewer than one request may name. */
const most = 100;

/** Everything that the handbook asks its sources for only while somebody looks. */
export function idsOnDemand({queries, slos, live}: Pick<Catalog, 'queries' | 'slos' | 'live'>): string[] {
  return [
    ...[...queries.keys()].map((name) => `query:${name}`),
    ...[...slos.keys()].map((name) => `slo:${name}`),
    ...live.providers.map(({name}) => `provider:${name}`),
    ...live.oncall.map(({team}) => `oncall:${team}`),
  ];
}

/**
 * Looks at all of them, so that the terminal tells of each change although no page is open.
 * @returns a function that ends it.
 */
export function startAudience(url: string, catalog: Catalog): () => void {
  const ids = idsOnDemand(catalog);
  const look = (): void => {
    for (let n = 0; n < ids.length; n += most) {
      // Whether it is heard does not matter: it is said again soon, and a handbook that has died says so itself.
      fetch(`${url}/_status/v1/live?ids=${ids.slice(n, n + most).join(',')}`).then(
        async (answer) => answer.body?.cancel(),
        () => {},
      );
    }
  };
  look();
  const timer = setInterval(look, everyMs);
  return () => clearInterval(timer);
}
