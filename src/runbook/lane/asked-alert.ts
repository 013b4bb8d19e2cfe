/** What an address asks the lookup for. */
export interface Asked {
  /** Undefined when no alert is asked for. */
  readonly alertname: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** What goes along to the lane: the query without the name. */
  readonly rest: string;
}

/** Reads `/r/<AlertName>?…` and `/r/?alertname=<AlertName>&…` below `base`, the path under which the language is served. */
export function readAsked({pathname, search, hash}: Pick<Location, 'pathname' | 'search' | 'hash'>, base: string): Asked {
  const query = new URLSearchParams(search.replaceAll('&amp;', '&'));
  const below = pathname.startsWith(`${base}r/`)
    ? decode(pathname.slice(`${base}r/`.length).replace(/(\/index\.html|\/)$/, ''))
    : undefined;
  const inPath = below === '' || below === 'index.html' ? undefined : below;
  const inQuery = query.get('alertname') ?? undefined;
  if (inPath === undefined && below !== undefined) query.delete('alertname');
  const alertname = below === undefined ? undefined : (inPath ?? inQuery);
  const labels = Object.fromEntries([...query].filter(([name]) => name !== 'alertname'));
  return {alertname: alertname === '' ? undefined : alertname, labels, rest: (query.size > 0 ? `?${query}` : '') + hash};
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
