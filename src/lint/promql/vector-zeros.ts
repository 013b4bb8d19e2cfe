import {parser} from '@prometheus-io/lezer-promql';

type Node = ReturnType<typeof parser.parse>['topNode'];

/** Where an expression falls back to a constant zero with `or vector(0)`: offsets from 0, of the fallback alone. */
export function vectorZeros(expr: string): {readonly from: number; readonly to: number}[] {
  const found: {from: number; to: number}[] = [];
  parser.parse(expr).iterate({
    enter: ({name, node}) => {
      if (name !== 'BinaryExpr' || node.getChild('Or') === null) return;
      const sides = [node.firstChild, node.lastChild].flatMap((side) => side ?? []);
      for (const side of sides) if (isVectorZero(side, expr)) found.push({from: side.from, to: side.to});
    },
  });
  return found;
}

function isVectorZero(node: Node, expr: string): boolean {
  return /^\(*\s*vector\s*\(\s*[-+]?0+(?:\.0*)?\s*\)\s*\)*$/.test(expr.slice(node.from, node.to));
}
