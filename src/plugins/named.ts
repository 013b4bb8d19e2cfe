/** Things of `data/` and `examples/` that a word may name in a prop. */
export type Named = 'service' | 'alert' | 'slo' | 'query' | 'provider' | 'team' | 'agenda' | 'register' | 'answer' | 'health' | 'term';

/** Names that pages may use: things of `data/`, and the alerts and old names that have a runbook. */
export type Names = Readonly<Partial<Record<Named | 'address', readonly string[]>>>;

/** The file of what exists, which is also what a slip lists: files of an earlier build may still lie beside the others. */
export const namesFile = 'names.json';

/** The generated file of one thing. The parts of a query's name are folders: a colon is no character for every file system. */
export function factsFile(kind: Named, name: string): string {
  return `${kind}/${name.replaceAll(':', '/')}.json`;
}

/** One file for each thing, and one that lists them all. */
export function named(
  facts: Readonly<Record<Named, Iterable<readonly [name: string, facts: unknown]>>>,
  address: readonly string[],
): Record<string, unknown> {
  const files: Record<string, unknown> = {};
  const names: Partial<Record<Named, string[]>> = {};
  for (const [kind, things] of Object.entries(facts) as [Named, Iterable<readonly [string, unknown]>][]) {
    names[kind] = [];
    for (const [name, thing] of things) {
      files[factsFile(kind, name)] = thing;
      names[kind].push(name);
    }
  }
  return {...files, [namesFile]: {...names, address} satisfies Names};
}
