import {isRunbook} from './plant-head.ts';
import {relative} from 'node:path';
import {isRecord, type Page} from '../../../src/lint/repository.ts';
import {commandFencesOf, insertBlock, replaceAt, replaceMatch} from './edit.ts';
import {onPage, type Planter, type Tree} from './fault.ts';

/** Faults between two languages. */
export const translationPlanters: readonly Planter[] = [
  onPage(
    'translation-commands-equal',
    'a command changed in one language',
    (page, random) => {
      const fence = random.pick(page.language === 'ja' ? commandFencesOf(page).filter(({text}) => text.includes(' get ')) : []);
      if (fence === undefined) return undefined;
      const at = page.text.indexOf(' get ', fence.node.position?.start.offset);
      return replaceAt(page.text, [at, at + 5], ' describe ');
    },
    {explains: ['translation-in-step']},
  ),
  onPage(
    'translation-commands-equal',
    'a step with another id in one language',
    (page, random) =>
      page.language === 'ja' ? replaceMatch(page.text, /(?<=<Step id=")verify-[a-z-]+(?=")/g, random, ([id]) => `${id}-ja`) : undefined,
    {explains: ['translation-in-step', 'step-needs-expect']},
  ),
  onPage(
    'translation-commands-equal',
    'another time to escalate in one language',
    (page, random) =>
      page.language === 'ja'
        ? replaceMatch(page.text, /(?<=^escalate_after_minutes: )\d+$/gm, random, ([n]) => String(Number(n) + 7))
        : undefined,
    {explains: ['translation-in-step']},
  ),
  onPage(
    'translation-commands-equal',
    'another pattern of what one sees',
    (page, random) =>
      page.language === 'ja' && isRunbook(page) ? replaceMatch(page.text, /(?<=<Expect match=")(?=[^"])/g, random, () => '^') : undefined,
    {explains: ['translation-in-step']},
  ),
  onPage('translation-in-step', 'a sentence in one language only', (page, random, tree) => {
    const other = twin(page, tree);
    const added = insertBlock(page, random, [page.language === 'ja' ? '担当者に連絡します。' : 'Tell the owner as well.']);
    return added === undefined || other === undefined
      ? undefined
      : {files: {[page.file]: added.text}, at: [page.file, other.file, 'i18n/sync.json']};
  }),
  onPage(
    'translation-exists',
    'a page in one language only',
    (page, _random, tree) => {
      const other = twin(page, tree);
      return other === undefined || page.name.endsWith('index.mdx')
        ? undefined
        : {files: {[page.file]: undefined}, at: other.file, lines: [1, 1]};
    },
    {explains: ['translation-in-step', 'runbook-url-kept', 'alert-needs-runbook', 'runbook-url-resolves']},
  ),
];

function twin(page: Page, {pages, root}: Tree): Page | undefined {
  const other = pages.find(({name, language}) => name === page.name && language !== page.language);
  return other === undefined || isRecord(other) || relative(root, other.file) === '' ? undefined : other;
}
