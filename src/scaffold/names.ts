/** `KubeHPAReplicasMismatch` → Kube, HPA, Replicas, Mismatch */
function wordsOf(name: string): readonly string[] {
  return name.normalize('NFKC').match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
}

/** The name of the page's file: `kube-hpa-replicas-mismatch`. */
export function slugOf(alert: string): string {
  return wordsOf(alert).join('-').toLowerCase();
}

/** `Kube HPA replicas mismatch`, also from a slug. */
export function titleOf(name: string): string {
  const words = wordsOf(name).map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
