import type {Configuration} from 'markdownlint';
import {alertNeedsRunbook} from './catalog/alert-needs-runbook.ts';
import {headingIdsEqual} from './catalog/heading-ids-equal.ts';
import {ownerExists} from './catalog/owner-exists.ts';
import {runbookAlertExists} from './catalog/runbook-alert-exists.ts';
import {runbookUrlKept} from './catalog/runbook-url-kept.ts';
import {serviceExists} from './catalog/service-exists.ts';
import {translationCommandsEqual} from './catalog/translation-commands-equal.ts';
import {translationExists} from './catalog/translation-exists.ts';
import {componentProps} from './remark/component-props.ts';
import {guidelineSections} from './remark/guideline-sections.ts';
import {noStub} from './remark/no-stub.ts';
import {pageFrontMatter} from './remark/page-front-matter.ts';
import {runbookSections} from './remark/runbook-sections.ts';
import {shellNoPlaceholder} from './remark/shell-no-placeholder.ts';
import {shellNoPrompt} from './remark/shell-no-prompt.ts';
import type {Severity} from './finding.ts';

/** Rules about the meaning of one page. */
export const remarkRules = [
  pageFrontMatter,
  runbookSections,
  guidelineSections,
  componentProps,
  shellNoPrompt,
  shellNoPlaceholder,
  noStub,
] as const;

/** Rules about what pages and `data/` say of each other. */
export const catalogRules = [
  headingIdsEqual,
  translationExists,
  translationCommandsEqual,
  ownerExists,
  serviceExists,
  runbookAlertExists,
  alertNeedsRunbook,
  runbookUrlKept,
] as const;

/** Advice, not a promise: a reader may know better. Its findings are warnings. */
const advisory: ReadonlySet<string> = new Set();

/** What turns red by the mere passing of days: a warning on a pull request, which did not cause it, and an error of the scheduled run. */
const clocks: ReadonlySet<string> = new Set();

/** How much a finding weighs. */
export function severityOf(rule: string, {scheduled}: {readonly scheduled: boolean}): Severity | undefined {
  if (advisory.has(rule)) return 'warning';
  return clocks.has(rule) ? (scheduled ? 'error' : 'warning') : undefined;
}

/** Surface style, as markdownlint sees it: it reads Markdown line by line and does not know MDX. */
export const surface: Configuration = {
  default: true,
  // Prettier's.
  MD004: false,
  MD005: false,
  MD007: false,
  MD009: false,
  MD010: false,
  MD012: false,
  MD013: false,
  MD022: false,
  MD023: false,
  MD027: false,
  MD029: false,
  MD030: false,
  MD031: false,
  MD032: false,
  MD047: false,
  MD049: false,
  MD050: false,
  MD055: false,
  MD058: false,
  MD060: false,
  // MDX: components are no HTML, comments are no emphasis, `<https://…>` is no MDX, the title stands in the front matter.
  MD033: false,
  MD034: false,
  MD037: false,
  MD041: false,
  // A guideline may answer "Answer" twice; ids tell headings apart.
  MD024: {siblings_only: true},
  // `$ ` is the concern of shell-no-prompt, which knows shell fences from others.
  MD014: false,
  // Fragments are the site's to check: it knows ids that MDX makes and pages that this rule cannot see.
  MD051: false,
};
