/** Moves the browser's address, as the site's router does, without drawing another page. */
export function useHistory(): {push: (path: string) => void; replace: (path: string) => void} {
  return history;
}

/** Where the browser is. */
export function useLocation(): Location {
  return window.location;
}

// The same one each time, as the router's is.
const history = {
  push: (path: string): void => window.history.pushState(null, '', path),
  replace: (path: string): void => window.history.replaceState(null, '', path),
};
