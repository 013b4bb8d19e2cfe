// The packages have no types of their own.
declare module 'textlint-rule-preset-ja-technical-writing' {
  import type {TextlintRuleModule} from '@textlint/kernel';
  const preset: {readonly rules: Readonly<Record<string, TextlintRuleModule>>};
  export default preset;
}
declare module 'textlint-rule-preset-ja-spacing' {
  import type {TextlintRuleModule} from '@textlint/kernel';
  const preset: {readonly rules: Readonly<Record<string, TextlintRuleModule>>};
  export default preset;
}
