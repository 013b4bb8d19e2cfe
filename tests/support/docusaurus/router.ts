/** Moves the browser's address, as the site's router does, without drawing another page. */
export function useHistory(): {push: (path: string) => void} {
  return {push: (path) => window.history.pushState(null, '', path)};
}
