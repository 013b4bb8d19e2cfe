// @vitest-environment happy-dom
import {cleanup, render, screen} from '@testing-library/react';
import type {ReactNode} from 'react';
import {afterEach, describe, expect, it} from 'vitest';
import {Table} from '../../src/theme/Table.tsx';

afterEach(cleanup);

/** As MDX makes it: figures are told by their alignment. */
function table(columns: readonly {readonly head: ReactNode; readonly isNumber?: boolean}[]): ReactNode {
  const align = (isNumber = false) => (isNumber ? {style: {textAlign: 'right'} as const} : {});
  return (
    <Table>
      <thead>
        <tr>
          {columns.map(({head, isNumber}, n) => (
            <th key={n} {...align(isNumber)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {columns.map(({isNumber}, n) => (
            <td key={n} {...align(isNumber)}>
              a <code>{n}</code>
            </td>
          ))}
        </tr>
      </tbody>
    </Table>
  );
}
const words = (count: number) => Array.from({length: count}, (_, n) => ({head: `Head ${n}`}));
const headsOf = (): (string | null)[] => screen.getAllByRole('cell').map((cell) => cell.getAttribute('data-head'));

describe('a table of a page', () => {
  it('keeps the heads with the cells where it has sentences in four columns, also a head that is not plain text', () => {
    render(
      table([
        ...words(3),
        {
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
    ['is mostly figures', [...words(2), {head: 'Minutes', isNumber: true}, {head: 'Minutes', isNumber: true}]],
    ['is a matrix', words(9)],
  ])('stays a table where it %s', (_, columns) => {
    render(table(columns));
    expect(headsOf().every((head) => head === null)).toBe(true);
  });
});
