import {byName} from '../search/by-name.ts';

/** Finds the page of an alert by its name or an old one, in any case of letters; undefined when there is none. */
export type Lookup = (alertname: string) => string | undefined;

interface Named {
  readonly slug: string;
  readonly frontMatter: {readonly alerts: readonly string[]; readonly aliases: readonly string[]};
}

export function runbookLookup(runbooks: readonly Named[]): Lookup {
  const find = byName(runbooks.map(({slug, frontMatter: {alerts, aliases}}) => ({slug, alerts, aliases})));
  return (alertname) => find(alertname)?.runbook.slug;
}

/**
 * Where the permanent address of an alert leads: `/r/<AlertName>?…` or `/r/?alertname=<AlertName>&…`, below a language or not. The query is
 * kept. Undefined for other addresses and for alerts without a runbook.
 */
export function runbookAddress(
  url: URL,
  {lookup, prefixes}: {readonly lookup: Lookup; readonly prefixes: readonly string[]},
): string | undefined {
  const prefix = prefixes.find((candidate) => url.pathname.startsWith(`${candidate}/r/`));
  if (prefix === undefined) return undefined;
  const query = new URLSearchParams(url.search);
  const inPath = decode(url.pathname.slice(prefix.length + '/r/'.length).replace(/\/$/, ''));
  const alertname = inPath === '' ? query.get('alertname') : inPath;
  if (inPath === '') query.delete('alertname');
  const slug = alertname === null || alertname === undefined ? undefined : lookup(alertname);
  return slug === undefined ? undefined : `${prefix}/${slug}${query.size > 0 ? `?${query}` : ''}`;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
