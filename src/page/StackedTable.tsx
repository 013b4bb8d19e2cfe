import type {ReactNode} from 'react';

interface Props {
  readonly className?: string | undefined;
  /** A `thead`, and a `tbody` whose first cell of a row names the row; the others are `Cell`s. */
  readonly children: ReactNode;
}

/** A table in a frame as every table of a page. On a phone each row stands as a card, with the heads of its columns beside what they say. */
export function StackedTable({className, children}: Props): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse
    <div className="table" tabIndex={0} data-stacks="">
      <table className={className}>{children}</table>
    </div>
  );
}

interface CellProps {
  /** The head of its column. */
  readonly head: string;
  readonly kind?: 'number' | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What stands beside its head is one thing, so that a text with links in it stays a text. */
export function Cell({head, kind, className, children}: CellProps): ReactNode {
  return (
    <td data-head={head} data-kind={kind} className={className}>
      <div>{children}</div>
    </td>
  );
}
