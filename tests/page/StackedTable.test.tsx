// @vitest-environment happy-dom
import {cleanup, render, screen} from '@testing-library/react';
import {afterEach, describe, expect, it} from 'vitest';
import {Cell, StackedTable} from '../../src/page/StackedTable.tsx';

afterEach(cleanup);

describe('a table that stands as cards on a phone', () => {
  it('keeps the head of its column with each cell, and what it says in one piece', () => {
    render(
      <StackedTable>
        <tbody>
          <tr>
            <th scope="row">Releases</th>
            <Cell head="Target" kind="number">
              at least <b>10</b>
            </Cell>
          </tr>
        </tbody>
      </StackedTable>,
    );
    const cell = screen.getByRole('cell');
    expect(cell.dataset).toMatchObject({head: 'Target', kind: 'number'});
    expect(cell.firstElementChild?.textContent).toBe('at least 10');
    expect(cell.closest('.table')?.hasAttribute('data-stacks')).toBe(true);
  });
});
