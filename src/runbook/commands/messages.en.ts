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
    history: 'the value has “!” or begins with “^”, which a shell replaces here',
    backslash: 'the value has a backslash, which databases read differently',
    backtick: 'the value has a backtick, which would end the string',
    dots: '“.” and “..” would lead to another address',
    never: 'this place is not filled',
  } as Readonly<Record<Refusal, string>>,
};
