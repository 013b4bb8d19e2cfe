import type {PageFact} from './contract.ts';

export interface Resolver {
  /** The page that an address leads to: `…/r/<AlertName>`, `…/r/?alertname=<AlertName>`, or the path behind `/runbooks/`. */
  readonly byUrl: (url: string) => PageFact | undefined;
  /** The page that is written for an alert, or has it as an alias. */
  readonly byName: (alert: string) => PageFact | undefined;
}

export function resolver(pages: readonly PageFact[]): Resolver {
  const names = new Map<string, PageFact>();
  const paths = new Map<string, PageFact>();
  // Names in use win over old names.
  for (const page of pages) for (const alias of page.aliases) names.set(alias.toLowerCase(), page);
  for (const page of pages) for (const alert of page.alerts) names.set(alert.toLowerCase(), page);
  for (const page of pages) paths.set(page.path, page);
  const byName = (alert: string): PageFact | undefined => names.get(alert.toLowerCase());
  return {
    byName,
    byUrl: (url) => {
      const path = decode(url.replace(/[?#][\s\S]*$/, '').replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, ''));
      const name = /\/r\/([^/]*)\/?$/.exec(path)?.[1] ?? (path.endsWith('/r') ? '' : undefined);
      if (name !== undefined) return byName(name === '' ? (alertnameIn(url) ?? '') : name);
      const [, behind] = /^(?:.*\/)?runbooks\/(.*)$/i.exec(path) ?? [];
      return behind === undefined ? undefined : paths.get(pathKey(behind));
    },
  };
}

/** A path behind `/runbooks/` as pages are found by it: as a site writes it, or as a repository shows the file. */
export function pathKey(behind: string): string {
  return behind
    .toLowerCase()
    .replace(/^(?:-\/)?(?:blob|tree|raw)\/[^/]+\//, '')
    .replace(/\/+$/, '')
    .replace(/\/index\.html?$/, '')
    .replace(/\.(?:mdx?|html?)$/, '');
}

/** Whether the query stands behind the fragment, as in `…/page#part?pod=x`. */
export function hasMisplacedQuery(url: string): boolean {
  return /#[^?]*\?/.test(url);
}

function alertnameIn(url: string): string | undefined {
  return new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '').get('alertname') ?? undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
