import type {CheerioAPI} from 'cheerio';

interface Options {
  /** Path under which the language is served, and the origin of the site. */
  readonly baseUrl: string;
  readonly url: string;
  /** Paths of the pages that the file holds. */
  readonly slugs: ReadonlySet<string>;
}

/** In one file, a runbook is reached behind `#`; all else is at the site, and its address is written out. */
export function relink($: CheerioAPI, {baseUrl, url, slugs}: Options): void {
  $('a[href^="/"]').each((_index, link) => {
    const href = link.attribs['href'] ?? '';
    const below = href.startsWith(baseUrl) ? href.slice(baseUrl.length) : undefined;
    const [path = '', search = ''] = below?.split('#')[0]?.split(/(?=\?)/) ?? [];
    const slug = path.replace(/\/$/, '');
    const inside = slugs.has(slug) ? slug : /^r\/([\w-]+)$/.exec(slug)?.[1];
    $(link).attr('href', inside === undefined ? url + href : `#${inside}${search}`);
  });
}
