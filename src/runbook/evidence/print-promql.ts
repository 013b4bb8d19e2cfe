import {parser} from '@prometheus-io/lezer-promql';
import {milliseconds} from '../../catalog/duration.ts';

/**
 * An expression on one line, so that two ways to write the same one give the same text: its tokens with single spaces, no comments, and each
 * duration in its largest units. Everything else is kept, also what means nothing: quotes of another kind, labels in another order, a pair of
 * parentheses more. To call those a change costs one drill; the grammar binds `-1 ^ 2` otherwise than Prometheus does, so that leaving out a
 * pair of parentheses could hide one.
 */
export function printPromql(expr: string): string {
  const tokens: string[] = [];
  let end = 0;
  // Between the tokens that the grammar names stand brackets and commas.
  const between = (to: number): void => void tokens.push(...(expr.slice(end, to).match(/\S/gu) ?? []));
  parser.parse(expr).iterate({
    enter: ({node, from, to, name}) => {
      if (node.firstChild !== null || to === from) return;
      between(from);
      if (name !== 'LineComment') tokens.push(printToken(expr.slice(from, to)));
      end = to;
    },
  });
  between(expr.length);
  return tokens.join(' ');
}

function printToken(text: string): string {
  const [, sign = '', duration] = /^([-+]?)((?:\d+(?:ms|[smhdwy]))+)$/.exec(text) ?? [];
  return duration === undefined ? text : sign + printDuration(duration);
}

const units = ['y', 'w', 'd', 'h', 'm', 's', 'ms'];

/** `60s` and `1m` are one length; a week is seven days and a year 365, as Prometheus counts. */
export function printDuration(duration: string): string {
  let left = milliseconds(duration);
  const parts = units.flatMap((unit) => {
    const amount = Math.floor(left / milliseconds(`1${unit}`));
    left -= amount * milliseconds(`1${unit}`);
    return amount === 0 ? [] : [`${amount}${unit}`];
  });
  return parts.join('') || '0s';
}
