import type {RunbookFacts} from './facts.ts';

/** What a runbook can be found by, and what a line about it shows. */
export type Findable = Pick<RunbookFacts, 'slug' | 'title' | 'alerts' | 'aliases' | 'symptoms' | 'services'>;

export interface Hit<Runbook extends Findable = Findable> {
  readonly runbook: Runbook;
  /** The phrase that was found, when it is neither the title nor the name of an alert. */
  readonly because: string | undefined;
}

/** The runbooks in which every word of a query occurs, the exact alert first. An empty query finds all of them. */
export function lookUp<Runbook extends Findable>(runbooks: readonly Runbook[], query: string): Hit<Runbook>[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return runbooks
    .flatMap((runbook) => {
      const names = [...runbook.alerts.map(({name}) => name), ...runbook.aliases];
      const phrases = [...names, runbook.title, ...runbook.symptoms, ...runbook.services.flatMap(({name, title}) => [name, title])];
      if (!words.every((word) => phrases.some((phrase) => folded(phrase).includes(word)))) return [];
      const plain = [...runbook.alerts.map(({name}) => name), runbook.title];
      const seen = words.every((word) => plain.some((phrase) => folded(phrase).includes(word)));
      const because = seen
        ? undefined
        : phrases.find((phrase) => words.some((word) => folded(phrase).includes(word)) && !plain.includes(phrase));
      return [{runbook, because, rank: rank(names, folded(query).trim(), seen)}];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({runbook, because}) => ({runbook, because}));
}

function rank(names: readonly string[], query: string, seen: boolean): number {
  if (names.some((name) => folded(name) === query)) return 0;
  if (names.some((name) => folded(name).startsWith(query))) return 1;
  return seen ? 2 : 3;
}

/** Full-width letters and any case are the same to somebody who types at night. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
