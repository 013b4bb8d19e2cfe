// @vitest-environment happy-dom
import {cleanup, fireEvent, render, screen, within} from '@testing-library/react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterEach, describe, expect, it} from 'vitest';
import type {RegisterFacts, RegisterRow} from '../../../src/registers/register-facts.ts';
import {Register} from '../../../src/registers/ui/Register.tsx';

afterEach(cleanup);

const row = (id: string, text: string, more: Partial<RegisterRow> = {}, carried = 0): RegisterRow => ({
  id,
  status: 'open',
  due: '2026-02-13',
  cells: {text, owner: '@sre-lead', carried, from: {text: '2026-01-30', to: '/retrospectives/records/2026-01-30-kpt'}},
  ...more,
});
const facts: RegisterFacts = {
  columns: [
    {id: 'text', kind: 'text', title: 'Try'},
    {id: 'owner', kind: 'name', title: 'Owner'},
    {id: 'carried', kind: 'number', title: 'Carried over'},
    {id: 'from', kind: 'link', title: 'Agreed on'},
  ],
  rows: [
    row('a', 'Look at the log', {}, 2),
    row('b', '検索を測る', {lang: 'ja', due: '2026-01-31'}, 10),
    row('c', 'Order a volume', {status: 'done'}),
  ],
  asOf: '2026-02-01',
};
const rows = (): string[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((one) => one.textContent ?? '');
const draw = (): void => void render(<Register name="tries" facts={facts} />);

describe('a register', () => {
  it('says the state of each row on the day of the sample', () => {
    draw();
    expect(rows()).toEqual([
      expect.stringMatching(/^ ?Open.*Look at the log@sre-lead22026-01-30$/),
      expect.stringMatching(/Overdue.*検索を測る/),
      expect.stringMatching(/Done.*Order/),
    ]);
    expect(screen.getByText(/held against 2026-02-01/)).toBeTruthy();
    const [, late] = screen.getAllByRole('row').slice(1);
    expect(
      within(late as HTMLElement)
        .getByText('検索を測る')
        .getAttribute('lang'),
    ).toBe('ja');
    expect(rows().map((text) => text.includes('(in Japanese)'))).toEqual([false, true, false]);
    expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('/retrospectives/records/2026-01-30-kpt');
  });

  it('is sorted by the head of a column, figures as figures, and back', () => {
    draw();
    const head = (name: string): HTMLElement => screen.getByRole('button', {name});
    fireEvent.click(head('Carried over'));
    expect(rows().map((text) => /Order|Look|検索/.exec(text)?.[0])).toEqual(['Order', 'Look', '検索']);
    fireEvent.click(head('Carried over'));
    expect(rows().map((text) => /Order|Look|検索/.exec(text)?.[0])).toEqual(['検索', 'Look', 'Order']);
    expect(screen.getByRole('columnheader', {name: 'Carried over'}).getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(head('State'));
    expect(rows().map((text) => /Overdue|Open|Done/.exec(text)?.[0])).toEqual(['Overdue', 'Open', 'Done']);
  });

  it('is sorted on a phone too, where its heads are not drawn', () => {
    draw();
    fireEvent.change(screen.getByRole('combobox', {name: 'Sort by'}), {target: {value: 'carried'}});
    expect(rows().map((text) => /Order|Look|検索/.exec(text)?.[0])).toEqual(['Order', 'Look', '検索']);
    fireEvent.click(screen.getByRole('button', {name: 'Descending', pressed: false}));
    expect(rows().map((text) => /Order|Look|検索/.exec(text)?.[0])).toEqual(['検索', 'Look', 'Order']);
    fireEvent.change(screen.getByRole('combobox', {name: 'Sort by'}), {target: {value: ''}});
    expect(rows().map((text) => /Order|Look|検索/.exec(text)?.[0])).toEqual(['Look', '検索', 'Order']);
  });

  it('says the day on which a row was noted, and since when it is done', () => {
    const days = {noted: '2025-12-24', cells: {text: 'A step'}};
    render(
      <Register
        name="manual-steps"
        facts={{...facts, rows: [row('a', 'A step', days), row('b', 'B', {...days, status: 'done', done: '2026-01-15'})]}}
      />,
    );
    expect(rows()).toEqual([expect.stringMatching(/Opennoted 2025-12-24A step/), expect.stringMatching(/Done2025-12-24 – 2026-01-15/)]);
  });

  it('is narrowed by words and by state, and says how many are left', () => {
    draw();
    fireEvent.change(screen.getByRole('searchbox'), {target: {value: 'LOOK　ｌｏｇ'}});
    expect([rows().length, screen.getByRole('status').textContent]).toEqual([1, '1 of 3 entries']);
    fireEvent.change(screen.getByRole('combobox', {name: 'State'}), {target: {value: 'done'}});
    expect(screen.getByText('Nothing here fits what you chose.')).toBeTruthy();
    fireEvent.change(screen.getByRole('searchbox'), {target: {value: ''}});
    expect(rows()).toEqual([expect.stringContaining('Order a volume')]);
  });

  it('is narrowed to a value of a column that has few', () => {
    const columns = facts.columns.map((column) => (column.id === 'owner' ? {...column, isChoice: true} : column));
    const other = row('d', 'Ask the team', {cells: {text: 'Ask the team', owner: '@data-lead'}});
    render(<Register name="tries" facts={{...facts, columns, rows: [...facts.rows, other]}} />);
    fireEvent.change(screen.getByRole('combobox', {name: 'Owner'}), {target: {value: '@data-lead'}});
    expect(rows()).toEqual([expect.stringContaining('Ask the team')]);
    fireEvent.change(screen.getByRole('combobox', {name: 'Owner'}), {target: {value: ''}});
    expect(rows()).toHaveLength(4);
  });

  it('folds what is long until somebody asks for all or looks for something', () => {
    const many = Array.from({length: 30}, (_, n) => row(`r${n}`, `Row ${n}`));
    const {container} = render(<Register name="tries" facts={{...facts, rows: many}} />);
    const isFolded = (): boolean => container.querySelector('table[data-folded]') !== null;
    expect([isFolded(), rows().length]).toEqual([true, 30]);
    fireEvent.change(screen.getByRole('searchbox'), {target: {value: 'Row 29'}});
    expect([isFolded(), rows().length]).toEqual([false, 1]);
    fireEvent.change(screen.getByRole('searchbox'), {target: {value: ''}});
    fireEvent.click(screen.getByRole('button', {name: 'Show all 30'}));
    expect([isFolded(), screen.queryByRole('button', {name: 'Show all 30'})]).toEqual([false, null]);
  });

  it('is unfolded for the search of the browser, and for a link to a row that is folded away', () => {
    const many = Array.from({length: 30}, (_, n) => row(`r${n}`, `Row ${n}`));
    const isFolded = (): boolean => document.querySelector('table[data-folded]') !== null;
    render(<Register name="tries" facts={{...facts, rows: many}} />);
    fireEvent.keyDown(window, {key: 'f'});
    expect(isFolded()).toBe(true);
    fireEvent.keyDown(window, {key: 'f', ctrlKey: true});
    expect(isFolded()).toBe(false);
    cleanup();
    for (const [hash, folded] of [
      ['#r3', true],
      ['#r29', false],
    ] as const) {
      window.location.hash = hash;
      render(<Register name="tries" facts={{...facts, rows: many}} />);
      expect(isFolded()).toBe(folded);
      cleanup();
    }
    window.location.hash = '';
  });

  it('is a whole table without scripts, and calls nothing late before it knows the day', () => {
    const {asOf: _, ...today} = facts;
    const html = renderToStaticMarkup(<Register name="tries" facts={today} />);
    expect(html.match(/<tr/g)).toHaveLength(4);
    expect(html).not.toContain('Overdue');
  });

  it('marks what asks for somebody, and unknown never, and claims no state', () => {
    const all = (['failed', 'never', 'warning', 'unknown', 'undone', 'fresh'] as const).map((status) => row(status, status, {status}));
    render(<Register name="stores" facts={{...facts, rows: all}} />);
    const cells = screen
      .getAllByRole('row')
      .slice(1)
      .map((one) => one.querySelector('td'));
    expect(cells.map((cell) => [cell?.textContent?.trim(), cell?.dataset['asks']])).toEqual([
      ['Failed', ''],
      ['Never', ''],
      ['Needs work', ''],
      ['Unknown', undefined],
      ['Undone', undefined],
      ['Fresh', undefined],
    ]);
    expect(cells.every((cell) => cell?.querySelector('svg') !== null && cell?.dataset['state'] === undefined)).toBe(true);
  });

  it('has no column of states for facts that stand nowhere, and groups the digits of a figure', () => {
    render(<Register name="history" facts={{...facts, rows: [row('a', 'Four seats', {status: undefined}, 842000)]}} />);
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Try', 'Owner', 'Carried over', 'Agreed on']);
    expect(screen.queryByRole('combobox', {name: 'State'})).toBeNull();
    expect(rows()[0]).toContain('842,000');
  });

  it('says that it is empty', () => {
    render(<Register name="tries" facts={{...facts, rows: []}} />);
    expect(screen.getByText('This register is empty.')).toBeTruthy();
  });
});
