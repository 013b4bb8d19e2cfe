/** A path below the site's root: in tests the site stands at `/`. */
export default function useBaseUrl(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
