/** A part of a card's text: words, or an address that is shown as a link. */
export type Part =
  | {readonly kind: 'words'; readonly text: string}
  /** `site`: a path below the site's root. `web`: an address elsewhere. */
  | {readonly kind: 'site' | 'web'; readonly text: string; readonly address: string};

/** A page of this handbook as somebody writes it, or an address over http. Anything else stays words, so no card can run a script. */
const address =
  /https?:\/\/[^\s<>"'`、。，「」（）]+|(?<![\w./-])\/(?:runbooks|procedures|guidelines|onboarding|retrospectives|postmortems|mission|reference|oncall|status|r)(?:\/[\w.~%/-]*)?(?:\?[\w.~%&=+-]*)?(?:#[\w-]+)?(?![\w/])/g;

/** Cuts a text at the addresses in it. Put together, the parts are the text. */
export function findLinks(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    // A sentence that ends with an address does not end the address.
    const found = match[0].replace(/[.,;:!?)\]]+$/, '');
    if (found.startsWith('http') && !URL.canParse(found)) continue;
    if (match.index > from) parts.push({kind: 'words', text: text.slice(from, match.index)});
    parts.push({kind: found.startsWith('/') ? 'site' : 'web', text: found, address: found});
    from = match.index + found.length;
  }
  if (from < text.length) parts.push({kind: 'words', text: text.slice(from)});
  return parts;
}
