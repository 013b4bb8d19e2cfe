/** What a page is called by. */
interface Named {
  readonly page: string;
  readonly alerts: readonly string[];
  readonly aliases: readonly string[];
}

/**
 * The pages that somebody may mean by a name: an alert's, an old one of it, or the page's own, with its folder or without, in any case of letters.
 * Names in use win over old names. More than one when a runbook and a procedure are called the same, none when nothing is.
 */
export function findPages<Page extends Named>(pages: readonly Page[], name: string): readonly Page[] {
  const wanted = folded(name)
    .replace(/^\/?r\//, '')
    .replaceAll(/^\/|\/$|\.mdx?$/g, '');
  const ways: readonly ((page: Page) => readonly string[])[] = [
    ({page}) => [page],
    ({alerts}) => alerts,
    ({aliases}) => aliases,
    ({page}) => [page.replace(/^[^/]+\//, '')],
  ];
  for (const way of ways) {
    const found = pages.filter((page) => way(page).some((candidate) => folded(candidate) === wanted));
    if (found.length > 0) return found;
  }
  return [];
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
