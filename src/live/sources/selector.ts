import {parser} from '@prometheus-io/lezer-promql';

/** `up{job="a"}` with `pod="x"` → `up{job="a",pod="x"}`; the selector as it is without matchers. */
export function narrowed(selector: string, matchers: readonly string[]): string {
  if (matchers.length === 0) return selector;
  const inside = /\}\s*$/.test(selector) ? selector.replace(/,?\s*\}\s*$/, '') : `${selector}{`;
  return `${inside}${inside.endsWith('{') ? '' : ','}${matchers.join(',')}}`;
}

/** The labels that an expression asks for to have some value: those of its matchers, but of `=""`. */
export function labelsAskedFor(expr: string): Set<string> {
  const names = new Set<string>();
  parser.parse(expr).iterate({
    enter: ({node}) => {
      const label = node.name === 'UnquotedLabelMatcher' ? node.getChild('LabelName') : null;
      const value = node.getChild('StringLiteral');
      if (label !== null && value !== null && value.to - value.from > 2) names.add(expr.slice(label.from, label.to));
    },
  });
  names.delete('__name__');
  return names;
}
