import type {LaneName} from './names.ts';

interface Options {
  /** As `laneNames` gives them. */
  readonly names: ReadonlyMap<string, LaneName>;
  /** The path below which each language is served, the default one last: `['/ja', '']`. */
  readonly prefixes: readonly string[];
}

/**
 * The path of the built file behind the permanent address of an alert: `/r/<AlertName>` or `/r/?alertname=<AlertName>`, in any case of letters
 * and for old names. For an alert without a runbook it is a path at which nothing is. Undefined for every other address.
 */
export function lanePath(
  {pathname, search}: {readonly pathname: string; readonly search: string},
  {names, prefixes}: Options,
): string | undefined {
  const prefix = prefixes.find((candidate) => pathname.startsWith(`${candidate}/r/`));
  if (prefix === undefined) return undefined;
  const inPath = pathname.slice(prefix.length + '/r/'.length).replace(/\/$/, '');
  const asked = inPath === '' ? new URLSearchParams(search).get('alertname') : decode(inPath);
  if (asked === null || asked === undefined || asked === '') return undefined;
  const found = names.get(asked.toLowerCase());
  if (found !== undefined) return `${prefix}/r/${found.alert}/`;
  return inPath === '' ? `${prefix}/r/${encodeURIComponent(asked)}/` : undefined;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
