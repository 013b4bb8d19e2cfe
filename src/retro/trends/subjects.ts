interface Runbook {
  /** Path of the page, such as `runbooks/pod-crash-looping`. */
  readonly slug: string;
  readonly alerts: readonly string[];
  readonly aliases: readonly string[];
}

/** Which alerts and runbooks a text names, by the alert's name or by an address. An alert and its runbook are one thing, under the alert's name. */
export function subjectsIn(runbooks: readonly Runbook[], alerts: Iterable<string>): (text: string) => ReadonlySet<string> {
  const subjects = new Map<string, string>([...alerts].map((name) => [name.toLowerCase(), name]));
  for (const {slug, alerts: own, aliases} of runbooks) {
    const subject = own[0] ?? slug;
    for (const name of [...own, ...aliases, slug]) subjects.set(name.toLowerCase(), subject);
  }
  return (text) => new Set((text.match(/runbooks\/[\w-]+|\w+/g) ?? []).flatMap((word) => subjects.get(word.toLowerCase()) ?? []));
}
