import {describe, expect, it} from 'vitest';
import {printDuration, printPromql} from '../../../src/runbook/evidence/print-promql.ts';

const expr = 'sum by (a, b) (rate(x{job=~"a # b",c!=\'d\'}[5m] offset -1h)) / on(a) group_left(b) (y @ end()) > bool 0.5';

describe('an expression in one form', () => {
  it('is its tokens with single spaces', () => {
    expect(printPromql(expr)).toBe(
      'sum by ( a , b ) ( rate ( x { job =~ "a # b" , c != \'d\' } [ 5m ] offset - 1h ) ) / on ( a ) group_left ( b ) ( y @ end ( ) ) > bool 0.5',
    );
  });

  it.each([
    ['line breaks', expr.replaceAll(' by ', '\n  by\n').replaceAll(',', ',\n')],
    ['comments', `# why\n${expr.replace('/', '/ # per "a"\n')} # the end`],
    ['spaces at brackets', expr.replaceAll(/([({[])/g, ' $1 ').replaceAll(' by  (', ' by(')],
    ['a duration in other units', expr.replace('5m', '300s').replace('1h', '60m')],
  ])('does not depend on %s', (_, written) => {
    expect(written).not.toBe(expr);
    expect(printPromql(written)).toBe(printPromql(expr));
  });

  it.each([
    ['a space in a string', expr.replace('a # b', 'a  # b')],
    ['a threshold', expr.replace('0.5', '0.51')],
    ['an operator', expr.replace('=~', '=')],
    ['by and without', expr.replace('by', 'without')],
    ['on and ignoring', expr.replace('on(', 'ignoring(')],
    ['a window', expr.replace('5m', '6m')],
    ['a sub-query', expr.replace('[5m]', '[5m:]')],
    ['the sign of an offset', expr.replace('-1h', '1h')],
    ['a comparison that filters', expr.replace('bool ', '')],
    ['a pair of parentheses', 'sum(x) * (y)'.replace('(y)', '((y))')],
    ['labels in another order', expr.replace('(a, b)', '(b, a)')],
  ])('depends on %s', (_, written) => {
    expect(printPromql(written)).not.toBe(printPromql(expr));
  });

  it('keeps apart what parentheses keep apart', () => {
    expect(printPromql('(-1) ^ 2')).not.toBe(printPromql('-1 ^ 2'));
    expect(printPromql('(a - b) - c')).not.toBe(printPromql('a - (b - c)'));
  });

  it('takes no number for a duration', () => {
    expect(printPromql('1e3 + 0x1d + 86400')).toBe('1e3 + 0x1d + 86400');
  });
});

describe('a duration in one form', () => {
  it.each([
    ['60s', '1m'],
    ['90m', '1h30m'],
    ['7d', '1w'],
    ['365d', '1y'],
    ['1500ms', '1s500ms'],
    ['0m', '0s'],
    ['1h0m', '1h'],
  ])('makes %s %s', (written, printed) => {
    expect(printDuration(written)).toBe(printed);
  });
});
