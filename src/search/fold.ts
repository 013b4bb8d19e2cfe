/** Full-width letters and any case are the same to somebody who types at night. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A name however its parts are joined: `kube-pod_crash looping` is `KubePodCrashLooping`. */
export function foldName(name: string): string {
  return fold(name).replaceAll(/[\s_-]+/g, '');
}
