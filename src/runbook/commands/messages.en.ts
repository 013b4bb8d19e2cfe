import type {Refusal} from './fill.ts';

/** Why a value is not put into a command. */
export const messages = {
  /** What speaks against this value. */
  refusals: {
    empty: 'no value',
    'line-break': 'the value has a line break',
    control: 'the value has a control character',
    invisible: 'the value has characters that cannot be seen',
    'broken-text': 'the value has broken characters',
    'too-long': 'the value is longer than 1,000 characters',
    pattern: 'the value does not have the expected form',
    'bad-pattern': 'the page’s own pattern for this value is broken',
    ambiguous: 'the link has two different values',
    'leading-dash': 'the value begins with “-” and would be read as an option',
    operator: 'the value would be read as an operator',
    'not-plain': 'only letters, digits and . _ : / - may stand here',
    backslash: 'the value has a backslash, which is read in different ways',
    backtick: 'the value has a backtick, which would end the string',
    quote: 'the value has a quotation mark, which could end the string',
    dots: '“.” and “..” would lead to another address',
    never: 'this place is not filled',
  } as Readonly<Record<Refusal, string>>,
};
