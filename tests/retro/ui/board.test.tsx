// @vitest-environment happy-dom
import {act, cleanup, fireEvent, render, screen, waitFor, within} from '@testing-library/react';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {readRegisters} from '../../../src/registers/read-registers.server.ts';
import {readBoardFacts} from '../../../src/retro/facts/read-board-facts.server.ts';
import {createBoard} from '../../../src/retro/store/boards-here.ts';
import {BoardPage} from '../../../src/retro/ui/BoardPage.tsx';
import {KptBoard} from '../../../src/retro/ui/KptBoard.tsx';
import {renderToStaticMarkup} from 'react-dom/server';
import {routes} from '../../support/routes.ts';

/** What a reader notices of a board that is in one browser, over real documents; the browser of these tests keeps nothing. */

const registers = readRegisters('.', {pages: new Set(routes().map(({path}) => path.replace(/^\/(ja\/)?/, '')))});
const facts = readBoardFacts(registers, {folder: 'docs', owners: ['sre', '@sre-primary', '@sre-lead']});
const lastTries = [
  {id: 'try-20261113-1', text: 'Measure the batch.', owner: '@sre-primary', check: '2026-11-27', carried: 2},
  {id: 'try-20261113-2', text: 'Write it down.', owner: '@drill-lead', check: '2026-11-27', carried: 0},
];

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

async function openIn(phase: string, agenda = 'kpt-60'): Promise<void> {
  const id = await createBoard({agenda, lang: 'en', date: '2026-11-22', phase, lastTries});
  render(<BoardPage id={id} facts={facts} />);
  await screen.findByRole('list', {name: 'Boxes'});
}

const column = (name: string) => within(screen.getByRole('region', {name: new RegExp(`^${name} \\d+$`)}));
const cardsIn = (name: string): string[] =>
  column(name)
    .queryAllByRole('article')
    .map((card) => card.querySelector('p')?.textContent ?? '');
const press = (name: RegExp | string): void => void fireEvent.click(screen.getByRole('button', {name}));
async function write(name: string, text: string): Promise<void> {
  const field = column(name).getByRole('textbox', {name: `New card: ${name}`});
  fireEvent.change(field, {target: {value: text}});
  await act(async () => void fireEvent.keyDown(field, {key: 'Enter'}));
}
const go = async (name: RegExp): Promise<void> => {
  await act(async () => press(name));
};

it('says what it is, and leads to its page, without a script', () => {
  const html = renderToStaticMarkup(<KptBoard facts={facts} />);
  expect(html).toContain('A board for one retrospective');
  expect(html).toContain('href="/retrospectives/board"');
});

describe('a board', () => {
  it('begins with the background, the first-time list and the eight rules of the pages', async () => {
    await openIn('background');
    expect(screen.getByText('One card holds one fact')).toBeTruthy();
    expect(screen.getByText(/You need no preparation/)).toBeTruthy();
    expect(screen.getByText(/We look at how we work, not at who did what/)).toBeTruthy();
    expect(screen.getByRole('list', {name: 'Boxes'}).querySelector('[aria-current=step]')?.textContent).toContain('Background and rules');
  });

  it('asks of each last Try whether it is done, dropped or kept, and warns of one that was carried over twice', async () => {
    await openIn('last-tries');
    const [first, second] = ['Measure the batch.', 'Write it down.'].map((name) => within(screen.getByRole('article', {name})));
    expect(first?.getByText(/It was carried over twice already/)).toBeTruthy();
    await act(async () => void fireEvent.click(second?.getByRole('button', {name: 'Keep it'}) as HTMLElement));
    expect(second?.getByText('It needs a new check date, after today.')).toBeTruthy();
    fireEvent.change(second?.getByLabelText('New check date') as HTMLElement, {target: {value: '2999-01-01'}});
    fireEvent.blur(second?.getByLabelText('New check date') as HTMLElement);
    await waitFor(() => expect(second?.queryByText('It needs a new check date, after today.')).toBeNull());
  });

  it('adds a card by Enter, except where Enter ends the choice of a word', async () => {
    await openIn('writing');
    const field = column('Keep').getByRole('textbox', {name: 'New card: Keep'});
    fireEvent.change(field, {target: {value: '連絡'}});
    fireEvent.keyDown(field, {key: 'Enter', isComposing: true});
    fireEvent.keyDown(field, {key: 'Enter', keyCode: 229});
    fireEvent.keyDown(field, {key: 'Enter', shiftKey: true});
    expect(cardsIn('Keep')).toEqual([]);
    await write('Keep', '連絡係を分けた');
    expect(cardsIn('Keep')).toEqual(['連絡係を分けた']);
    expect(screen.getByText('Only you see these until the box ends.')).toBeTruthy();
  });

  it('asks whether pasted lines are a card each', async () => {
    await openIn('writing');
    const field = column('Problem').getByRole('textbox', {name: 'New card: Problem'});
    fireEvent.paste(field, {clipboardData: {getData: () => '- one\n- two\n- three'}});
    fireEvent.change(field, {target: {value: '- one\n- two\n- three'}});
    await act(async () => press('3 cards'));
    expect(cardsIn('Problem')).toEqual(['one', 'two', 'three']);
  });

  it('keeps what was typed and not added, also when the box has ended', async () => {
    await openIn('writing');
    fireEvent.change(column('Keep').getByRole('textbox', {name: 'New card: Keep'}), {target: {value: 'half a'}});
    await go(/^Next: Reading/);
    expect(column('Keep').getByRole('textbox', {name: 'New card: Keep'})).toHaveProperty('value', 'half a');
  });

  it('shows text as text: no element of a card, and no link that runs a script', async () => {
    await openIn('grouping');
    press('Add a card to Keep');
    await write('Keep', '<img src=x onerror=alert(1)> javascript:alert(1) https://example.org /runbooks/pod-crash-looping');
    const links = column('Keep').getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://example.org', '/runbooks/pod-crash-looping']);
    expect(document.querySelector('article img')).toBeNull();
  });

  it('moves, groups, deletes and brings back a card by its keys, and says so', async () => {
    await openIn('grouping');
    press('Add a card to Problem');
    await write('Problem', 'one');
    await write('Problem', 'two');
    const card = (text: string): HTMLElement => screen.getByText(text).closest('article') as HTMLElement;
    await act(async () => void fireEvent.keyDown(card('two'), {key: 'ArrowUp', altKey: true}));
    expect(cardsIn('Problem')).toEqual(['two', 'one']);
    await waitFor(() => expect(screen.getByText('Moved to Problem, 1 of 2')).toBeTruthy());
    await act(async () => void fireEvent.keyDown(card('two'), {key: 'ArrowRight', altKey: true}));
    expect(cardsIn('Try')).toEqual(['two']);
    fireEvent.keyDown(card('two'), {key: 'g'});
    expect(document.activeElement).toBe(screen.getByRole('combobox', {name: 'Same as this card'}));
    await act(async () => press('Put together'));
    expect(card('one').contains(card('two'))).toBe(true);
    // What is done within a moment is undone as one.
    await new Promise((resolve) => setTimeout(resolve, 800));
    await act(async () => void fireEvent.keyDown(card('one'), {key: 'Delete'}));
    expect(screen.queryByText('one')).toBeNull();
    await act(async () => void fireEvent.keyDown(card('two'), {key: 'z', ctrlKey: true}));
    expect(screen.getByText('one')).toBeTruthy();
  });

  it('gives no more votes than a person has, and shows totals only when they are counted', async () => {
    await openIn('grouping');
    press('Add a card to Problem');
    await write('Problem', 'one');
    await go(/^Next: Voting/);
    expect(screen.getByText('2 of 2 votes left')).toBeTruthy();
    await go(/^One vote for: one/);
    await go(/^One vote for: one/);
    expect(screen.getByRole('button', {name: 'One vote for: one'})).toHaveProperty('disabled', true);
    expect(screen.queryByText('2 votes')).toBeNull();
    await go(/^Next: Discussion/);
    expect(screen.getByText('2 votes')).toBeTruthy();
  });

  it('says what a chosen Try still lacks, and takes no fourth', async () => {
    await openIn('discussion');
    for (const text of ['a', 'b', 'c', 'd']) await write('Try', text);
    await go(/^Next: Choosing/);
    for (const text of ['a', 'b', 'c', 'd']) {
      const one = within(screen.getAllByRole('article', {name: text})[0] as HTMLElement);
      await act(async () => void fireEvent.click(one.getByRole('button', {name: 'Choose this Try'})));
    }
    expect(screen.getByText('3 of 3 chosen')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('Three are chosen already');
    const first = within(screen.getAllByRole('article', {name: 'a'})[0] as HTMLElement);
    expect(first.getByText('It needs an owner: a role. It needs a first step. It needs a check date.')).toBeTruthy();
  });

  it('says before it closes what the record lacks, and shows what was promised afterwards', async () => {
    await openIn('discussion');
    await write('Try', 'a');
    await go(/^Next: Choosing/);
    await go(/^Choose this Try$/);
    fireEvent.change(screen.getByLabelText(/^Owner/), {target: {value: '@sre-primary'}});
    fireEvent.blur(screen.getByLabelText(/^Owner/));
    await go(/^Next: Retro on the retro/);
    await go(/^Close the board …$/);
    expect(screen.getByText(/^1 Try lacks an owner, a first step or a day to come/)).toBeTruthy();
    await go(/^Close it for good$/);
    expect(column('Try').getByText(/Owner: @sre-primary · First step: none · Check: no day/)).toBeTruthy();
    expect(screen.getByRole('heading', {name: /^Closed.*2026-11-22$/})).toBeTruthy();
  });

  it('ends as a record, and can be changed no more', async () => {
    await openIn('closing');
    const field = screen.getByRole('textbox', {name: /What should the next one do differently/});
    fireEvent.change(field, {target: {value: 'Begin on time.'}});
    await act(async () => void fireEvent.keyDown(field, {key: 'Enter'}));
    await act(async () => press('Close the board …'));
    expect(screen.getByText(/It cannot be opened again/)).toBeTruthy();
    await act(async () => press('Close it for good'));
    expect(screen.getByText('docs/retrospectives/records/2026-11-22-kpt.md')).toBeTruthy();
    expect(document.querySelector('pre')?.textContent).toContain('kind: retro-record');
    expect(document.querySelector('pre')?.textContent).toContain('Begin on time.');
    expect(screen.queryByRole('button', {name: /Add a card/})).toBeNull();
  });

  it('says where its words are kept: nowhere, in a browser that keeps nothing', async () => {
    await openIn('background');
    await waitFor(() => expect(screen.getByText('Not saved')).toBeTruthy());
    expect(screen.getByText(/Export the board as a file before you close the tab/)).toBeTruthy();
  });
});
