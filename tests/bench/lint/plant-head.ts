import {field, sectionsOf} from '../../../src/lint/content.ts';
import {isRecord, type Page} from '../../../src/lint/repository.ts';
import {hasOwnSections} from '../../../src/lint/sections.ts';
import {insertLines, lineAt, replaceAt} from './edit.ts';
import {onPage, type Edit, type Planter} from './fault.ts';
import type {Random} from './random.ts';

/** Faults of front matter and headings. */
export const headPlanters: readonly Planter[] = [
  onPage('page-front-matter', 'a field that is missing', (page, random) =>
    without(page, random.pick(['title', 'description', 'owner', 'status']) ?? 'title'),
  ),
  onPage('page-front-matter', 'a kind that does not exist', (page) => set(page, 'kind', () => 'page')),
  onPage('page-front-matter', 'a status that does not exist', (page) => set(page, 'status', () => 'done')),
  onPage('page-front-matter', 'a field that nobody knows', (page) => insertLines(page.text, 2, ['reviewed_by: everybody'])),
  onPage('runbook-front-matter', 'a time that has passed before it began', (page) => set(page, 'escalate_after_minutes', () => '-5')),
  onPage('runbook-front-matter', 'a runbook without its impact', (page) => (isRunbook(page) ? without(page, 'impact') : undefined)),
  onPage('runbook-front-matter', 'a pattern that refuses its own example', (page) =>
    edit(page, /(?<=^ {2}- \{ name: [A-Z].*pattern: ')[^']*(?=')/m, () => '^[0-9]{17}$'),
  ),
  onPage('runbook-front-matter', 'the same parameter a second time', (page) =>
    isRunbook(page) ? edit(page, /^ {2}- \{ name: [A-Z].*\n/m, (line) => line + line) : undefined,
  ),
  onPage('runbook-first-screen', 'an impact of a whole paragraph', (page) =>
    set(page, 'impact', () =>
      page.language === 'ja' ? '利用者は予約できません。'.repeat(8) : 'Members cannot book a tool or give one back. '.repeat(5).trim(),
    ),
  ),
  onPage('runbook-first-screen', 'a title that fills the screen', (page) =>
    isRunbook(page)
      ? set(page, 'title', () =>
          page.language === 'ja'
            ? 'とても長くて読み切れない題名'.repeat(3)
            : 'A title that goes on for so long that a phone shows nothing but the title',
        )
      : undefined,
  ),
  onPage(
    'runbook-alert-exists',
    'an alert that no rule sends',
    (page) => (isRunbook(page) ? edit(page, /(?<=^alerts: \[)\w+/m, (name) => `${name}Often`) : undefined),
    {
      explains: ['alert-needs-runbook', 'runbook-url-kept', 'runbook-url-resolves', 'evidence-fresh'],
    },
  ),
  onPage('runbook-url-kept', 'an address that the list does not keep', (page) =>
    page.file.startsWith('docs/') && isRunbook(page) ? edit(page, /(?<=^aliases: )\[(?=\w|\])/m, () => '[NewlyNamed, ') : undefined,
  ),
  onPage('postmortem-actions', 'an action that nobody took', (page, random) => action(page, random, /@[a-z-]+/g)),
  onPage('postmortem-actions', 'an action that nobody looks at again', (page, random) => action(page, random, /\d{4}-\d{2}-\d{2}/g)),
  onPage('postmortem-actions', 'a postmortem without what is done about it', (page) => {
    if (field(page.frontMatter, 'kind') !== 'postmortem') return undefined;
    return {text: page.text.replace(/^## Actions.*?(?=^## )/ms, ''), lines: [1, 1]};
  }),
  onPage('postmortem-actions', 'a layer that nobody thought of', (page) => {
    if (field(page.frontMatter, 'kind') !== 'postmortem') return undefined;
    const line = page.text.split('\n').findIndex((text) => text.startsWith('## Actions')) + 1;
    return {text: page.text.replace(/^### Limit.*?(?=^## )/ms, ''), lines: [line, line]};
  }),
  onPage('owner-exists', 'an owner that is no team', (page) => set(page, 'owner', (owner) => `${owner}-team`)),
  onPage('owner-exists', 'nobody to escalate to', (page) => set(page, 'escalate_to', () => "'@sre-thirdary'")),
  onPage('heading-ids-equal', 'a heading without an id', (page, random) =>
    heading(page, random, (line) => line.replace(/ ?\{\/\* #.*$/, '')),
  ),
  onPage('heading-ids-equal', 'an id a second time', (page) => {
    const [first, second] = sectionsOf(page.tree).filter(({depth, id}) => id !== undefined && depth > least(page));
    if (isRecord(page) || first?.id === undefined || second?.id === undefined) return undefined;
    return edit(page, new RegExp(`(?<=\\{/\\* #)${second.id}(?= \\*/)`), () => first.id ?? '');
  }),
  onPage('heading-ids-equal', 'another id than the other language has', (page, random) =>
    page.language === 'en' ? undefined : heading(page, random, (line) => line.replace(/(\{\/\* #[\w-]+)/, '$1-here')),
  ),
  ...['runbook', 'guideline'].flatMap((kind) => [
    onPage(`${kind}-sections`, 'a section that is gone', (page, random) => section(page, kind, random, () => '')),
    onPage(
      `${kind}-sections`,
      'a section with another id',
      (page, random) => section(page, kind, random, (line) => line.replace(/#[\w-]+ \*/, '#elsewhere *')),
      {explains: ['runbook-first-screen', 'step-needs-expect']},
    ),
    onPage(`${kind}-sections`, 'a section without an id', (page, random) =>
      section(page, kind, random, (line) => line.replace(/ \{.*$/, '')),
    ),
    onPage(`${kind}-sections`, 'a section of its own', (page) => {
      if (field(page.frontMatter, 'kind') !== kind) return undefined;
      const {text} = insertLines(page.text, page.text.trimEnd().split('\n').length + 1, ['', '## More {/* #more */}', '', 'Words.']);
      return {text};
    }),
  ]),
];

/** A row of the table of actions, with one cell emptied. */
function action({frontMatter, text}: Page, random: Random, cell: RegExp): Edit | undefined {
  if (field(frontMatter, 'kind') !== 'postmortem') return undefined;
  const rows = text.split('\n').flatMap((line, i) => (/^\| .*@/.test(line) ? [i] : []));
  const row = random.pick(rows);
  const lines = text.split('\n');
  if (row === undefined) return undefined;
  lines[row] = (lines[row] ?? '').replaceAll(cell, ' ');
  return {text: lines.join('\n'), lines: [row + 1, row + 1]};
}

export function isRunbook({frontMatter}: Page): boolean {
  return field(frontMatter, 'kind') === 'runbook';
}

/** The depth of headings above those of `heading-ids-equal`. */
function least({frontMatter}: Page): number {
  return hasOwnSections(field(frontMatter, 'kind')) ? 2 : 1;
}

function edit({text}: Page, pattern: RegExp, as: (found: string) => string): Edit | undefined {
  const found = pattern.exec(text);
  return found === null ? undefined : replaceAt(text, [found.index, found.index + found[0].length], as(found[0]));
}

function set(page: Page, name: string, as: (value: string) => string): Edit | undefined {
  return edit(page, new RegExp(`(?<=^${name}: ).+$`, 'm'), as);
}

/** The front matter without a field, whose absence is seen anywhere in it. */
function without({text}: Page, name: string): Edit | undefined {
  const found = new RegExp(`^${name}: .*\n`, 'm').exec(text);
  if (found === null) return undefined;
  const changed = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  return {text: changed, lines: [1, lineAt(changed, changed.indexOf('\n---')) + 1]};
}

function heading(page: Page, random: Random, as: (line: string) => string): Edit | undefined {
  if (isRecord(page)) return undefined;
  return changeLine(
    page,
    random.pick(sectionsOf(page.tree).filter(({depth, id}) => id !== undefined && depth > least(page) && depth < 5))?.line,
    as,
  );
}

function section(page: Page, kind: string, random: Random, as: (line: string) => string): Edit | undefined {
  if (field(page.frontMatter, 'kind') !== kind) return undefined;
  const changed = changeLine(page, random.pick(sectionsOf(page.tree).filter(({depth, id}) => id !== undefined && depth === 2))?.line, as);
  // What is gone is missed at the beginning of the page.
  return changed === undefined ? undefined : {text: changed.text, lines: as('## A {/* #a */}') === '' ? [1, 1] : changed.lines};
}

function changeLine({text}: Page, line: number | undefined, as: (line: string) => string): Edit | undefined {
  const lines = text.split('\n');
  if (line === undefined || lines[line - 1] === undefined) return undefined;
  lines[line - 1] = as(lines[line - 1] ?? '');
  return {text: lines.join('\n'), lines: [line, line]};
}
