import {Children, cloneElement, isValidElement, type ComponentProps, type ReactElement, type ReactNode} from 'react';

type Part = ReactElement<{readonly children?: ReactNode; readonly style?: {readonly textAlign?: string}}>;

/** With fewer columns a table fits on a phone; with more it is a matrix, whose columns are compared. */
const [fewest, most] = [4, 6];

/**
 * Every table of a page, in a frame that moves sideways by finger and by keyboard when the table is wider than the screen. One that holds
 * sentences becomes, on a phone, a card for each row with the heads of its columns beside what they say.
 */
export function Table({children, ...props}: ComponentProps<'table'>): ReactNode {
  const heads = partsOf(children).flatMap((part) => (part.type === 'thead' ? partsOf(part.props.children).flatMap(cellsOf) : []));
  const texts = heads.filter(({props: {style}}) => style?.textAlign !== 'right');
  const stacks = heads.length >= fewest && heads.length <= most && texts.length > 2;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse
    <div className="table" tabIndex={0} data-stacks={stacks ? '' : undefined}>
      <table {...props}>{stacks ? withHeads(children, heads.map(textOf)) : children}</table>
    </div>
  );
}

function withHeads(children: ReactNode, heads: readonly string[]): ReactNode {
  return Children.map(children, (body) =>
    isPart(body) && body.type === 'tbody' ? cloneElement(body, {}, Children.map(body.props.children, rowOf)) : body,
  );

  function rowOf(row: ReactNode): ReactNode {
    return isPart(row) ? cloneElement(row, {}, cellsOf(row).map(cellOf)) : row;
  }

  /** What stands beside its head is one thing, so that a text with links in it stays a text. */
  function cellOf(cell: Part, column: number): ReactNode {
    return cloneElement(cell, {key: column, 'data-head': heads[column]} as object, <div>{cell.props.children}</div>);
  }
}

function cellsOf(row: Part): Part[] {
  return partsOf(row.props.children);
}

function partsOf(children: ReactNode): Part[] {
  return Children.toArray(children).filter(isPart);
}

function isPart(node: ReactNode): node is Part {
  return isValidElement(node);
}

/** The words of a node, without what they are set in. */
function textOf(node: ReactNode): string {
  if (isPart(node)) return Children.toArray(node.props.children).map(textOf).join('');
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}
