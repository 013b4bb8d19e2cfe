import noHeadingLikeParagraph from 'remark-lint-no-heading-like-paragraph';
import noReferenceLikeUrl from 'remark-lint-no-reference-like-url';
import noUnneededFullReferenceImage from 'remark-lint-no-unneeded-full-reference-image';
import noUnneededFullReferenceLink from 'remark-lint-no-unneeded-full-reference-link';
import {agendaAddsUp} from './catalog/agenda-adds-up.ts';
import {alertNeedsRunbook} from './catalog/alert-needs-runbook.ts';
import {draftDecided} from './catalog/draft-decided.ts';
import {evidenceFresh} from './catalog/evidence-fresh.ts';
import {headingIdsEqual} from './catalog/heading-ids-equal.ts';
import {ownerBusFactor} from './catalog/owner-bus-factor.ts';
import {ownerExists} from './catalog/owner-exists.ts';
import {practiceExists} from './catalog/practice-exists.ts';
import {promqlNoVectorZero} from './catalog/promql-no-vector-zero.ts';
import {promqlParses} from './catalog/promql-parses.ts';
import {registerFresh} from './catalog/register-fresh.ts';
import {runbookAlertExists} from './catalog/runbook-alert-exists.ts';
import {runbookUrlKept} from './catalog/runbook-url-kept.ts';
import {runbookUrlResolves} from './catalog/runbook-url-resolves.ts';
import {serviceExists} from './catalog/service-exists.ts';
import {stepNeedsExpect} from './catalog/step-needs-expect.ts';
import {termSpelling} from './catalog/term-spelling.ts';
import {translationCommandsEqual} from './catalog/translation-commands-equal.ts';
import {translationExists} from './catalog/translation-exists.ts';
import {translationInStep} from './catalog/translation-in-step.ts';
import {tryAtMostThree} from './catalog/try-at-most-three.ts';
import {tryCarriedTwice} from './catalog/try-carried-twice.ts';
import {tryHasOwnerAndDate} from './catalog/try-has-owner-and-date.ts';
import {componentProps} from './remark/component-props.ts';
import {guidelineSections} from './remark/guideline-sections.ts';
import {noStub} from './remark/no-stub.ts';
import {pageFrontMatter} from './remark/page-front-matter.ts';
import {postmortemActions} from './remark/postmortem-actions.ts';
import {runbookFirstScreen} from './remark/runbook-first-screen.ts';
import {runbookFrontMatter} from './remark/runbook-front-matter.ts';
import {runbookSections} from './remark/runbook-sections.ts';
import {shellNoPlaceholder} from './remark/shell-no-placeholder.ts';
import {shellNoPrompt} from './remark/shell-no-prompt.ts';
import {changeNeedsUndo} from './remark/change-needs-undo.ts';
import {shellParses} from './remark/shell-parses.ts';
import {shellParamsQuoted} from './remark/shell-params-quoted.ts';
import {shellParamsDeclared} from './remark/shell-params-declared.ts';
import type {Severity} from './finding.ts';

/** Rules about the meaning of one page. */
export const remarkRules = [
  pageFrontMatter,
  runbookFrontMatter,
  runbookFirstScreen,
  runbookSections,
  guidelineSections,
  postmortemActions,
  componentProps,
  shellNoPrompt,
  shellNoPlaceholder,
  noStub,
  changeNeedsUndo,
  shellParses,
  shellParamsQuoted,
  shellParamsDeclared,
] as const;

/** Rules of remark-lint, where no rule of markdownlint has the same concern. */
export const publicRules = [noReferenceLikeUrl, noHeadingLikeParagraph, noUnneededFullReferenceLink, noUnneededFullReferenceImage] as const;

/** Rules about what pages and `data/` say of each other. */
export const catalogRules = [
  headingIdsEqual,
  translationExists,
  translationInStep,
  translationCommandsEqual,
  ownerExists,
  ownerBusFactor,
  serviceExists,
  practiceExists,
  runbookAlertExists,
  alertNeedsRunbook,
  runbookUrlKept,
  runbookUrlResolves,
  evidenceFresh,
  registerFresh,
  draftDecided,
  tryHasOwnerAndDate,
  tryAtMostThree,
  tryCarriedTwice,
  agendaAddsUp,
  termSpelling,
  promqlParses,
  promqlNoVectorZero,
  stepNeedsExpect,
] as const;

/** Advice, not a promise: a reader may know better. Its findings are warnings. */
const advisory: ReadonlySet<string> = new Set(['try-carried-twice']);

/** What turns red by the mere passing of days: a warning on a pull request, which did not cause it, and an error of the scheduled run. */
const clocks: ReadonlySet<string> = new Set(['evidence-fresh', 'register-fresh', 'draft-decided']);

/** How much a finding weighs. */
export function severityOf(rule: string, {scheduled}: {readonly scheduled: boolean}): Severity | undefined {
  if (advisory.has(rule)) return 'warning';
  return clocks.has(rule) ? (scheduled ? 'error' : 'warning') : undefined;
}
