// @vitest-environment happy-dom
import {cleanup, render, screen} from '@testing-library/react';
import type {ReactNode} from 'react';
import {afterEach, describe, expect, it} from 'vitest';
import {Table} from '../../src/theme/Table.tsx';

afterEach(cleanup);

interface Column {
  readonly key: string;
  readonly head: ReactNode;
  readonly isNumber?: boolean;
}

/** As MDX makes it: figures are told by their alignment. */
function table(columns: readonly Column[]): ReactNode {
  const align = (isNumber = false) => (isNumber ? {style: {textAlign: 'right'} as const} : {});
  return (
    <Table>
      <thead>
        <tr>
          {columns.map(({key, head, isNumber}) => (
            <th key={key} {...align(isNumber)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {columns.map(({key, isNumber}) => (
            <td key={key} {...align(isNumber)}>
              a <code>{key}</code>
            </td>
          ))}
        </tr>
      </tbody>
    </Table>
  );
}
const words = (count: number): Column[] => Array.from({length: count}, (_, n) => ({key: `${n}`, head: `Head ${n}`}));
const headsOf = (): (string | null)[] => screen.getAllByRole('cell').map((cell) => cell.getAttribute('data-head'));

describe('a table of a page', () => {
  it('keeps the heads with the cells where it has sentences in four columns, also a head that is not plain text', () => {
    render(
      table([
        ...words(3),
        {
          key: '3',
          head: (
            <>
              <code>data/</code> and more
            </>
          ),
        },
      ]),
    );
    expect(headsOf()).toEqual(['Head 0', 'Head 1', 'Head 2', 'data/ and more']);
    expect(screen.getAllByRole('cell').map(({textContent}) => textContent)).toEqual(['a 0', 'a 1', 'a 2', 'a 3']);
    expect(screen.getAllByRole('columnheader')).toHaveLength(4);
  });

  it.each([
    ['fits on a phone', words(3)],
    ['is mostly figures', [...words(2), {key: 'all', head: 'Minutes', isNumber: true}, {key: 'half', head: 'Minutes', isNumber: true}]],
    ['is a matrix', words(9)],
  ])('stays a table where it %s', (_, columns) => {
    render(table(columns));
    expect(headsOf().every((head) => head === null)).toBe(true);
  });
});
