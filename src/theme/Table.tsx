import type {ComponentProps, ReactNode} from 'react';

/** Every table of a page, in a frame that moves sideways by finger and by keyboard when the table is wider than the screen. */
export function Table(props: ComponentProps<'table'>): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse
    <div className="table" tabIndex={0}>
      <table {...props} />
    </div>
  );
}
