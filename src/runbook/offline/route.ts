/** What the part of an address behind `#` asks the offline file for. */
export interface Route {
  /** An alert, an old name of one, or the path of a page such as `runbooks/start-here`. Empty for the list. */
  readonly name: string;
  /** With its question mark: the alert's labels; empty without any. */
  readonly search: string;
}

/** `#KubePodCrashLooping?namespace=prod`, as well as `#/r/…`, with `&amp;` as some chat tools write it. */
export function readRoute(hash: string): Route {
  const [, path = '', search = ''] = /^#?\/?(?:r\/)?([^?]*)(\?[^]*)?$/.exec(hash) ?? [];
  return {name: decode(path).replace(/^\/+|\/+$/g, ''), search};
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
