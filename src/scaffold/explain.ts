import {parser} from '@prometheus-io/lezer-promql';

/** One part of an expression that is worth a sentence. `text` is how the expression writes it. */
export type Part =
  | {readonly kind: 'series'; readonly text: string}
  | {readonly kind: 'function'; readonly text: string; readonly name: string; readonly window: string}
  | {
      readonly kind: 'aggregation';
      readonly text: string;
      readonly name: string;
      readonly how: 'by' | 'without' | 'all';
      readonly labels: readonly string[];
    }
  | {readonly kind: 'offset'; readonly text: string}
  | {readonly kind: 'division'; readonly text: string}
  | {readonly kind: 'comparison'; readonly text: string; readonly operator: Comparison; readonly limit: string}
  | {readonly kind: 'set'; readonly text: string; readonly operator: SetOperator; readonly labels: readonly string[]};

const comparisons = {Eql: '==', Neq: '!=', Gtr: '>', Lss: '<', Gte: '>=', Lte: '<='} as const;
export type Comparison = (typeof comparisons)[keyof typeof comparisons];
const sets = {And: 'and', Or: 'or', Unless: 'unless'} as const;
export type SetOperator = (typeof sets)[keyof typeof sets];

type Node = ReturnType<typeof parser.parse>['topNode'];

const longest = 100;

/** In this order somebody understands an expression from the inside out. */
const order: readonly Part['kind'][] = ['series', 'offset', 'function', 'aggregation', 'division', 'comparison', 'set'];

/** The parts of an expression, each once: what it reads, what it makes of it, what it compares, what it lets through. */
export function explain(expr: string): Part[] {
  const parts = new Map<string, Part>();
  parser.parse(expr).iterate({
    enter: ({node}) => {
      const part = partOf(node, expr);
      if (part !== undefined) parts.set(JSON.stringify(part), part);
    },
  });
  return [...parts.values()].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function partOf(node: Node, expr: string): Part | undefined {
  switch (node.name) {
    case 'VectorSelector':
      return {kind: 'series', text: textOf(node, expr)};
    case 'FunctionCall':
      return functionOf(node, expr);
    case 'AggregateExpr':
      return aggregationOf(node, expr);
    case 'OffsetExpr': {
      const offset = node.getChild('Offset');
      return offset === null ? undefined : {kind: 'offset', text: flat(expr.slice(offset.from, node.to))};
    }
    case 'BinaryExpr':
      return operationOf(node, expr);
    default:
      return undefined;
  }
}

function functionOf(call: Node, expr: string): Part | undefined {
  const identifier = call.getChild('FunctionIdentifier');
  if (identifier === null) return undefined;
  const name = textOf(identifier, expr);
  const window = windowOf(call.getChild('FunctionCallBody'), expr);
  return {kind: 'function', name, window, text: brief(call, expr) ?? `${name}(…${window === '' ? '' : `[${window}]`})`};
}

/** The length of the range that a function itself looks at, not one of a function inside it. */
function windowOf(body: Node | null, expr: string): string {
  for (let node = body?.firstChild ?? null; node !== null; node = node.nextSibling) {
    const range = ['MatrixSelector', 'SubqueryExpr'].includes(node.name)
      ? node
      : (node.getChild('MatrixSelector') ?? node.getChild('SubqueryExpr'));
    const duration = range?.getChild('DurationExpr') ?? null;
    if (duration !== null) return textOf(duration, expr);
  }
  return '';
}

function aggregationOf(node: Node, expr: string): Part {
  const operator = node.getChild('AggregateOp');
  const modifier = node.getChild('AggregateModifier');
  const name = operator === null ? '' : textOf(operator, expr);
  const labels = labelsOf(modifier, expr);
  const how = modifier?.getChild('Without') ? 'without' : labels.length > 0 ? 'by' : 'all';
  return {kind: 'aggregation', name, how, labels, text: how === 'all' ? `${name}(…)` : `${name} ${how} (${labels.join(', ')}) (…)`};
}

function operationOf(node: Node, expr: string): Part | undefined {
  const right = node.lastChild;
  if (right === null) return undefined;
  for (const [name, operator] of Object.entries(comparisons)) {
    if (node.getChild(name) === null) continue;
    const limit = brief(right, expr) ?? '…';
    return {kind: 'comparison', operator, limit, text: brief(node, expr) ?? `… ${operator} ${limit}`};
  }
  for (const [name, operator] of Object.entries(sets)) {
    if (node.getChild(name) === null) continue;
    const modifier = node.getChild('MatchingModifierClause');
    const labels = modifier?.getChild('On') ? labelsOf(modifier, expr) : [];
    return {kind: 'set', operator, labels, text: labels.length === 0 ? operator : `${operator} on (${labels.join(', ')})`};
  }
  return node.getChild('Div') === null ? undefined : {kind: 'division', text: '/'};
}

/** The text without the labels of its series, which stand where the series are named; undefined when it is still long. */
function brief(node: Node, expr: string): string | undefined {
  const cuts: {readonly from: number; readonly to: number}[] = [];
  node.cursor().iterate(({name, from, to}) => {
    if (name === 'LabelMatchers' && expr.slice(0, from).match(/[\w:]\s*$/) !== null) cuts.push({from, to});
  });
  const kept = cuts.map(({from}, n) => expr.slice(cuts[n - 1]?.to ?? node.from, from));
  const text = flat(kept.join('') + expr.slice(cuts.at(-1)?.to ?? node.from, node.to));
  return text.length > longest ? undefined : text;
}

function labelsOf(node: Node | null, expr: string): string[] {
  return (node?.getChild('GroupingLabels')?.getChildren('LabelName') ?? []).map((label) => textOf(label, expr));
}

function textOf(node: Node, expr: string): string {
  return flat(expr.slice(node.from, node.to));
}

/** On one line, without comments. */
function flat(text: string): string {
  return text
    .replaceAll(/^\s*#.*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
