import {words} from '../../page/words.ts';
import {isCommand} from '../../runbook/commands/mark-places.ts';
import {field, fencesOf, type Fence} from '../content.ts';
import type {Remark} from '../finding.ts';
import {byName, type Page} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';
import {tagOf} from '../steps.ts';
import {wordsOf, type Word} from '../words.ts';

/** Besides commands, what a machine reads; samples of text and Markdown follow the language. */
const settings = new Set(['yaml', 'yml', 'json', 'toml', 'ini', 'hcl']);
/** Props that a reader sees, and so are written in each language. */
const said = new Set(['title', 'when', 'none']);
/** Words that stand in an order of their own. All others may stand elsewhere in the sentence of another language. */
const stepWords = new Set(['Steps', 'Step', 'Expect', 'Otherwise', 'Undo']);
/** Front matter that a reader sees, and so is written in each language. */
const written = new Set(['title', 'description', 'symptoms', 'impact', 'sidebar_label']);

/** Commands and machine fields do not depend on the language in which one reads about them. */
export const translationCommandsEqual: CatalogRule = {
  id: 'translation-commands-equal',
  isLocal: true,
  check: (repository) =>
    [...byName(repository).values()].flatMap((pages) => {
      const original = pages.find((page) => page.language === repository.languages[0]);
      if (original === undefined) return [];
      return pages.flatMap((page) => {
        if (page === original) return [];
        const inWords = components(page, original);
        // With a step its commands are gone too.
        const inFences = inWords.length > 0 && stepsOf(page) !== stepsOf(original) ? [] : fences(page, original);
        return [...fields(page, original), ...inFences, ...inWords];
      });
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
  const of = ({tree}: Page): Fence[] => fencesOf(tree).filter(({lang}) => isCommand(lang) || settings.has(lang.toLowerCase()));
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

function stepsOf({tree}: Page): number {
  return wordsOf(tree).filter(({name}) => name === 'Step').length;
}

interface Component {
  /** As it would be written with its machine-read props alone, such as `<Step id="a" kind="check">`. */
  readonly text: string;
  readonly node: Word;
}

/** The first word that differs: what follows it is rarely a second mistake. */
function components(page: Page, original: Page): Remark[] {
  const [ours, theirs] = [componentsOf(page), componentsOf(original)];
  const at = [...theirs.steps, undefined].findIndex((step, n) => step?.text !== ours.steps[n]?.text);
  const [found, wanted] = at < 0 ? [] : [ours.steps[at], theirs.steps[at]];
  if (found !== undefined || wanted !== undefined) return [sayComponent(page, {found, wanted, original})];
  const missing = without(theirs.others, ours.others);
  const extra = without(ours.others, theirs.others);
  return missing.length === 0 && extra.length === 0 ? [] : [sayComponent(page, {found: extra[0], wanted: missing[0], original})];
}

function componentsOf({tree}: Page): {readonly steps: readonly Component[]; readonly others: readonly Component[]} {
  const all = wordsOf(tree)
    .filter(({name}) => Object.hasOwn(words, name))
    .map(({name, node}) => {
      const props = node.attributes.flatMap((attribute) => {
        if (attribute.type !== 'mdxJsxAttribute') return [];
        const {name: prop, value} = attribute;
        const shown = typeof value === 'string' ? JSON.stringify(value) : `{${value?.value ?? ''}}`;
        return [said.has(prop) ? (prop === 'none' ? 'none' : '') : value === null ? prop : `${prop}=${shown}`];
      });
      return {name, node, text: `<${[name, ...props.filter((prop) => prop !== '').toSorted()].join(' ')}>`};
    });
  return {steps: all.filter(({name}) => stepWords.has(name)), others: all.filter(({name}) => !stepWords.has(name))};
}

/** What the second list has too few of. */
function without(list: readonly Component[], other: readonly Component[]): Component[] {
  const left = other.map(({text}) => text);
  return list.filter(({text}) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function sayComponent(
  {file}: Page,
  {found, wanted, original}: {readonly found: Component | undefined; readonly wanted: Component | undefined; readonly original: Page},
): Remark {
  const {start, end} = found === undefined ? {start: {line: 1, column: 1}} : tagOf(found.node);
  const where = wanted === undefined ? original.file : `${original.file}:${wanted.node.position?.start.line ?? 1}`;
  const message = `Unexpected ${found?.text ?? `page without ${wanted?.text ?? 'a word'}`}, expected ${found === undefined ? 'it' : (wanted?.text ?? 'none')} as in ${where}`;
  return {file, ...start, end, message};
}

function quote(line: string | undefined): string {
  return line === undefined ? 'an end' : JSON.stringify(line);
}
