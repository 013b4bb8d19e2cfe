import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';

/** Says the title of a page by its front matter, in the first of these folders that has it; a page that is nowhere is called by its path. */
export function pageTitles(root: string, folders: readonly string[]): (page: string) => string {
  return (page) => {
    const file = folders
      .flatMap((folder) => ['mdx', 'md'].map((ending) => join(root, folder, `${page}.${ending}`)))
      .find((candidate) => existsSync(candidate));
    if (file === undefined) return page;
    const matter = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    // The shape of front matter is lint's to check; here one line of it is shown.
    return (parse(matter) as {title?: string} | null)?.title ?? page;
  };
}
