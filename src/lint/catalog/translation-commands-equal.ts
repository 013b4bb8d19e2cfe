import {field, fencesOf, type Fence} from '../content.ts';
import type {Remark} from '../finding.ts';
import {byName, type Page} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';

/** What is run or read by a machine; samples of text and Markdown follow the language. */
const commands = new Set(['sh', 'bash', 'shell', 'zsh', 'promql', 'yaml', 'sql', 'json', 'url']);
/** Front matter that a reader sees, and so is written in each language. */
const written = new Set(['title', 'description', 'symptoms', 'impact', 'sidebar_label']);

/** Commands and machine fields do not depend on the language in which one reads about them. */
export const translationCommandsEqual: CatalogRule = {
  id: 'translation-commands-equal',
  check: (repository) =>
    [...byName(repository).values()].flatMap((pages) => {
      const original = pages.find((page) => page.language === repository.languages[0]);
      if (original === undefined) return [];
      return pages.flatMap((page) => (page === original ? [] : [...fields(page, original), ...fences(page, original)]));
    }),
};

function fields(page: Page, original: Page): Remark[] {
  const names = new Set([...Object.keys(page.frontMatter?.value ?? {}), ...Object.keys(original.frontMatter?.value ?? {})]);
  return [...names].flatMap((name) => {
    const ours = JSON.stringify(field(page.frontMatter, name));
    const theirs = JSON.stringify(field(original.frontMatter, name));
    if (written.has(name) || ours === theirs || page.frontMatter === undefined) return [];
    const message = `Unexpected ${name}: ${ours ?? 'nothing'}, expected ${theirs ?? 'nothing'} as in ${original.file}`;
    return [{...page.frontMatter.place([name], {key: true}), message}];
  });
}

function fences(page: Page, original: Page): Remark[] {
  const of = ({tree}: Page): Fence[] => fencesOf(tree).filter(({lang}) => commands.has(lang));
  const ours = of(page);
  const theirs = of(original);
  for (const [i, fence] of theirs.entries()) {
    const where = `${original.file}:${fence.line}`;
    const here = ours[i];
    if (here === undefined)
      return [
        {
          file: page.file,
          line: 1,
          column: 1,
          message: `Unexpected page without the ${fence.lang} fence of ${where}, expected the same commands`,
        },
      ];
    if (here.lang === fence.lang && here.text === fence.text) continue;
    const lines = fence.text.split('\n');
    const mine = here.text.split('\n');
    // With an end behind the last line, so that a text that only stops earlier differs there.
    const at = Math.max(
      0,
      [...mine, undefined].findIndex((line, n) => line !== lines[n]),
    );
    const [found, expected] = here.lang === fence.lang ? [mine[at], lines[at]] : [here.lang, fence.lang];
    const line = here.lang === fence.lang ? here.line + 1 + at : here.line;
    return [
      {file: page.file, line, column: here.column, message: `Unexpected ${quote(found)}, expected ${quote(expected)} as in ${where}`},
    ];
  }
  const extra = ours[theirs.length];
  if (extra === undefined) return [];
  return [
    {
      file: page.file,
      line: extra.line,
      column: extra.column,
      message: `Unexpected ${extra.lang} fence, expected none, as in ${original.file}`,
    },
  ];
}

function quote(line: string | undefined): string {
  return line === undefined ? 'an end' : JSON.stringify(line);
}
