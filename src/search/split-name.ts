/** Words that say what kind of thing happened, or hold a name together: sharing them says little. */
const general = new Set(
  (
    'a all almost an and any are at by count degraded down error errors failed failing failure failures for full has high in is low many ' +
    'not of on or out rate some the to too up with'
  ).split(' '),
);

/** The parts of a CamelCase name in lower case: `KubeAPIDown` is `kube`, `api` and `down`; a name without capitals is one part. */
export function splitName(name: string): string[] {
  const parts = name.normalize('NFKC').match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\0-\x7f]+/g) ?? [];
  return parts.map((part) => part.toLowerCase());
}

export function isGeneral(word: string): boolean {
  return general.has(word);
}
