import {parser} from '@prometheus-io/lezer-promql';

type Node = ReturnType<typeof parser.parse>['topNode'];

const comparisons = ['Eql', 'Neq', 'Gtr', 'Lss', 'Gte', 'Lte'];

/** Whether an expression returns something whatever is stored, as `vector(1)` and `up or vector(0)` do. It cannot say that anything is absent. */
export function isAlwaysThere(expr: string): boolean {
  return isThere(parser.parse(expr).topNode);
}

function isThere(node: Node): boolean {
  if (node.name === 'VectorSelector') return false;
  // https://prometheus.io/docs/prometheus/latest/querying/functions/#scalar returns NaN for nothing.
  if (node.getChild('FunctionIdentifier')?.getChild('Scalar')) return true;
  const parts = childrenOf(node);
  if (node.name === 'BinaryExpr' && node.getChild('Or') !== null) return [parts.at(0), parts.at(-1)].some((side) => side && isThere(side));
  if (comparisons.some((name) => node.getChild(name) !== null) && node.getChild('BoolModifier') === null) return !holdsSelector(node);
  return parts.every(isThere);
}

function holdsSelector(node: Node): boolean {
  return node.name === 'VectorSelector' || childrenOf(node).some(holdsSelector);
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
