/** The address of an alert: the name that its file carries, and the page that it is cut from. */
export interface LaneName {
  /** As the rules write it; for an old name, that of the alert which it leads to. */
  readonly alert: string;
  readonly slug: string;
}

interface Named {
  readonly slug: string;
  readonly frontMatter: {readonly alerts: readonly string[]; readonly aliases: readonly string[]};
}

/** What can stand in a path on every host as it is. */
const plain = /^[\w-][\w.-]*$/;

/**
 * Every name that has an address, by its letters in lower case: names in use win over old ones. An old name leads to the first alert of its
 * page. A name that cannot stand in a path has no address.
 */
export function laneNames(runbooks: readonly Named[]): Map<string, LaneName> {
  const names = new Map<string, LaneName>();
  const add = (name: string, alert: string, slug: string): void => {
    if (plain.test(name) && plain.test(alert) && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), {alert, slug});
  };
  for (const {slug, frontMatter} of runbooks) for (const alert of frontMatter.alerts) add(alert, alert, slug);
  for (const {slug, frontMatter} of runbooks) for (const alias of frontMatter.aliases) add(alias, frontMatter.alerts[0] ?? alias, slug);
  return names;
}

/** The spellings under which the lane of an alert is laid down: hosts that know no other case of letters have at least these two. */
export function spellings(runbooks: readonly Named[]): Map<string, LaneName> {
  const names = laneNames(runbooks);
  const spelt = new Map(names);
  for (const {frontMatter} of runbooks)
    for (const name of [...frontMatter.alerts, ...frontMatter.aliases]) {
      const found = names.get(name.toLowerCase());
      if (found !== undefined) spelt.set(name, found);
    }
  return spelt;
}
