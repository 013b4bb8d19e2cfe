/** Links to the same runbook elsewhere carry the alert's labels along. */
export function keepQuery(root: ParentNode, {search, hash}: {readonly search: string; readonly hash: string}): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-keep-query]'))
    link.setAttribute('href', (link.getAttribute('href') ?? '') + search + hash);
}
