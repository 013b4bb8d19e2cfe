import {parser} from '@prometheus-io/lezer-promql';

/** The names of the series that an expression selects by name, each once. */
export function seriesIn(expr: string): string[] {
  const names = new Set<string>();
  parser.parse(expr).iterate({
    enter: (node) => {
      if (node.name !== 'VectorSelector') return;
      const name = node.node.getChild('Identifier');
      if (name !== null) names.add(expr.slice(name.from, name.to));
    },
  });
  return [...names];
}
