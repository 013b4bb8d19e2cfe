import {load} from 'cheerio';

/** What the bundler makes of a class in a CSS module: `facts_kcr8`. */
const made = /^[A-Za-z][\w-]*_[\w-]{4}$/;
const inStyle = /\.(-?[A-Za-z_][\w-]*)/g;

/** Gives the classes of CSS modules names of a letter or two, and leaves out those that no rule speaks of: half a kilobyte of a lane. */
export function shortNames({content, style}: {readonly content: string; readonly style: string}): {content: string; style: string} {
  const used = new Set([...style.matchAll(inStyle)].map(([, name]) => name ?? ''));
  const names = new Map<string, string>();
  for (const name of used) if (made.test(name)) names.set(name, `_${names.size.toString(36)}`);
  const $ = load(content, null, false);
  $('[class]').each((_, element) => {
    const kept = ($(element).attr('class') ?? '').split(/\s+/).flatMap((name) => (used.has(name) ? [names.get(name) ?? name] : []));
    if (kept.length === 0) $(element).removeAttr('class');
    else $(element).attr('class', kept.join(' '));
  });
  return {
    content: $.html(),
    style: style.replaceAll(inStyle, (found, name: string) => (names.has(name) ? `.${names.get(name)}` : found)),
  };
}
