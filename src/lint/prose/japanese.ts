import type {Severity} from '../finding.ts';

/** How a rule of textlint is used here. */
export interface JapaneseRule {
  readonly preset: 'ja-technical-writing' | 'ja-spacing';
  readonly severity: Severity;
  readonly options?: Readonly<Record<string, unknown>>;
  /** In place of `options` on pages that are read under stress, which say 〜する; `off` where the rule has no say there. */
  readonly underStress?: Readonly<Record<string, unknown>> | 'off';
}

/** Rules about how sentences end, which headings, cells, titles and labels do not. */
export const aboutSentences: ReadonlySet<string> = new Set(['ja-no-mixed-period', 'no-mix-dearu-desumasu']);

/** Kinds of pages whose sentences are plain and short: 〜する. */
export const stressful: ReadonlySet<unknown> = new Set(['runbook', 'procedure']);

const writing = 'ja-technical-writing';
const spacing = 'ja-spacing';

/**
 * The rules of textlint, one by one: of each preset what is not named here is off. Errors are slips that every writer mends at once;
 * warnings are advice, since a good sentence may go against it.
 */
export const japaneseRules: Readonly<Record<string, JapaneseRule>> = {
  'ja-no-mixed-period': {preset: writing, severity: 'error', options: {periodMark: '。', allowPeriodMarks: [':', '：', ']']}},
  // Lists hold steps or sentences, and keep to one of them within a page.
  'no-mix-dearu-desumasu': {
    preset: writing,
    severity: 'error',
    options: {preferInHeader: '', preferInBody: 'ですます', preferInList: '', strict: false},
    // Plain or polite: a page keeps to one.
    underStress: {preferInHeader: '', preferInBody: '', preferInList: '', strict: false},
  },
  'arabic-kanji-numbers': {preset: writing, severity: 'error'},
  'no-dropping-the-ra': {preset: writing, severity: 'error'},
  'no-nfd': {preset: writing, severity: 'error'},
  'no-hankaku-kana': {preset: writing, severity: 'error'},
  'no-invalid-control-character': {preset: writing, severity: 'error'},
  'no-zero-width-spaces': {preset: writing, severity: 'error'},
  'no-unmatched-pair': {preset: writing, severity: 'error'},
  'no-exclamation-question-mark': {preset: writing, severity: 'error', options: {allowFullWidthQuestion: true}},
  'ja-no-successive-word': {preset: writing, severity: 'error'},
  'ja-no-abusage': {preset: writing, severity: 'error'},
  'ja-unnatural-alphabet': {preset: writing, severity: 'error'},
  'no-double-negative-ja': {preset: writing, severity: 'warning'},
  'no-doubled-conjunction': {preset: writing, severity: 'warning'},
  'no-doubled-conjunctive-particle-ga': {preset: writing, severity: 'warning'},
  'no-doubled-joshi': {
    preset: writing,
    severity: 'warning',
    options: {
      min_interval: 1,
      strict: false,
      // Twice is how these say "both" or "either"; 〜に〜に is where and when.
      allow: ['も', 'や', 'か', 'に', 'でも', 'にも', 'からも', 'とも'],
      separatorCharacters: ['.', '．', '。', '?', '!', '？', '！', '：'],
    },
  },
  'sentence-length': {preset: writing, severity: 'warning', options: {max: 120}},
  'max-ten': {preset: writing, severity: 'warning', options: {max: 4}},
  // The words of data/glossary.yaml are allowed besides.
  'max-kanji-continuous-len': {preset: writing, severity: 'warning', options: {max: 7}},
  // Under stress an honest "may" is worth more than a firm guess.
  'ja-no-weak-phrase': {preset: writing, severity: 'warning', underStress: 'off'},
  'ja-no-redundant-expression': {preset: writing, severity: 'warning'},
  'ja-space-between-half-and-full-width': {preset: spacing, severity: 'error', options: {space: 'never', lintStyledNode: true}},
  'ja-space-around-code': {preset: spacing, severity: 'error', options: {before: false, after: false}},
  'ja-space-around-link': {preset: spacing, severity: 'error', options: {before: false, after: false}},
  'ja-no-space-between-full-width': {preset: spacing, severity: 'error'},
  'ja-no-space-around-parentheses': {preset: spacing, severity: 'error'},
  'ja-no-space-around-slash': {preset: spacing, severity: 'error'},
  'ja-nakaguro-or-halfwidth-space-between-katakana': {preset: spacing, severity: 'error'},
};
