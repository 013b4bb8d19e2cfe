import {forEachChild, parse, type SyntaxNode} from 'unbash';

export interface Fault {
  /** Offset in the source, from 0. */
  readonly at: number;
  readonly message: string;
}

/** Where a script of bash does not parse, substitutions and here-documents included; empty when it does. */
export function shellFaults(source: string): Fault[] {
  const faults: Fault[] = [];
  const visit = (node: SyntaxNode, origin: number | undefined): void => {
    // Within backticks positions count in the text that is left when their backslashes are taken away.
    const within = node.type === 'Script' && node.source !== undefined ? (origin ?? node.pos) : origin;
    if (node.type === 'Script') for (const {pos, message} of node.errors ?? []) faults.push({at: within ?? pos, message});
    if (node.type === 'HereDoc' && node.closing === undefined) faults.push({at: within ?? node.pos, message: 'unterminated here-document'});
    forEachChild(node, (child) =>
      visit(child, node.type === 'CommandExpansion' && node.text.startsWith('`') ? (within ?? node.pos) : within),
    );
  };
  visit(parse(source), undefined);
  return faults;
}
