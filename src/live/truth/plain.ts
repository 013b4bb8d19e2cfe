/** Controls that reorder or hide text on the screen, and such as no label has a use for. https://unicode.org/reports/tr9/ */
// oxlint-disable-next-line eslint/no-control-regex -- Controls are what it looks for.
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** Text from outside as a reader may see it: without what cannot be seen, and no longer than `most` characters. */
export function plainText(text: string, most = 200): string {
  const seen = text
    .slice(0, 4 * most)
    .replaceAll(unseen, '\uFFFD')
    .trim();
  // By code points: half of one would be no text.
  const characters = Array.from(seen);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : seen;
}

/** More than this is no help at night. */
const mostLinks = 10;

/** Annotations that are links, where they lead over https to a listed host. Everything else is no link. */
export function allowedLinks(annotations: Readonly<Record<string, string>>, hosts: readonly string[]): Record<string, string> {
  const links: Record<string, string> = {};
  for (const [name, value] of Object.entries(annotations)) {
    if (Object.keys(links).length === mostLinks) break;
    // The alert's own runbook is known from the catalog.
    if (name === 'runbook_url' || !/^https:\/\/[^\s\\]+$/.test(value) || value.length > 2000 || !URL.canParse(value)) continue;
    const {hostname, username, password, href} = new URL(value);
    const isListed = hosts.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host));
    if (isListed && username === '' && password === '') links[plainText(name, 60)] = href;
  }
  return links;
}
