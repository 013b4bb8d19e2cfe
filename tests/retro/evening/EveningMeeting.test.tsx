// @vitest-environment happy-dom
import {act, cleanup, fireEvent, render, screen, within} from '@testing-library/react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {AgendaFacts} from '../../../src/retro/timer/agenda-facts.ts';

const held = vi.hoisted(() => ({language: 'en'}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({default: () => ({i18n: {currentLocale: held.language}})}));

const facts: AgendaFacts = {
  id: 'evening-15',
  title: 'Evening meeting',
  minutes: 15,
  boxes: [{id: 'state', title: 'State', minutes: 15, text: 'What fires.'}],
  rota: ['@sre-lead', '@sre-primary'],
  from: '2026-11-16',
};

/** The page and the board of one tab. */
async function open() {
  vi.resetModules();
  const {EveningMeeting} = await import('../../../src/retro/evening/EveningMeeting.tsx');
  const {WaitingLines} = await import('../../../src/retro/evening/WaitingLines.tsx');
  return {meeting: <EveningMeeting agenda="evening-15" facts={facts} />, WaitingLines};
}

function write(line: string): void {
  fireEvent.change(screen.getByRole('textbox'), {target: {value: line}});
  fireEvent.submit(screen.getByRole('textbox').closest('form') ?? document.body);
}

beforeEach(() => {
  held.language = 'en';
  localStorage.clear();
  sessionStorage.clear();
  // A Wednesday.
  vi.useFakeTimers({now: new Date(2026, 10, 18, 17), toFake: ['Date']});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the evening meeting', () => {
  it('is the table and the order of the rota in the built page, which knows no day', async () => {
    const {meeting} = await open();
    const html = renderToStaticMarkup(meeting);
    expect(html).toContain('What fires.');
    expect(html).toContain('@sre-primary');
    expect(html).not.toContain('Leads today');
  });

  it('says who leads today, who is next, and how often each has led', async () => {
    const {meeting} = await open();
    render(meeting);
    expect(screen.getByText(/^Leads today/).textContent).toContain('@sre-lead');
    expect(screen.getByText('Next: @sre-primary on 2026-11-19')).toBeDefined();
    const counts = (): string[] =>
      screen.getAllByRole('row').flatMap(
        (row) =>
          /^(@sre-\w+)(\d)$/
            .exec(row.textContent ?? '')
            ?.slice(1)
            .join(' ') ?? [],
      );
    expect(counts()).toEqual(['@sre-lead 2', '@sre-primary 1']);
    fireEvent.change(screen.getByRole('combobox'), {target: {value: '@sre-primary'}});
    expect(screen.getByText(/^Leads today/).textContent).toContain('@sre-primary');
    expect(counts()).toEqual(['@sre-lead 1', '@sre-primary 2']);
  });

  it('takes lines, tells which wait, and removes one with a way back', async () => {
    const {meeting} = await open();
    render(meeting);
    write('   ');
    expect(screen.getByText('There are no words in this line yet.')).toBeDefined();
    write('P review waited two days');
    write('nothing to mend');
    const lines = screen.getByText('review waited two days', {exact: false}).closest('ul');
    expect(within(lines ?? document.body).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText(/1 line waits for the next retrospective/).textContent).toContain('Kept in this browser only.');
    fireEvent.click(screen.getByRole('button', {name: 'Remove: P review waited two days'}));
    expect(screen.queryByText(/1 line waits/)).toBeNull();
    fireEvent.click(screen.getByRole('button', {name: 'Undo'}));
    expect(screen.getByText(/1 line waits/)).toBeDefined();
  });

  it('says so when the browser refuses to keep the log', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const {meeting} = await open();
    render(meeting);
    write('K one');
    expect(screen.getByText(/Only in this tab/)).toBeDefined();
  });

  it('copies the log as Markdown', async () => {
    const written = vi.fn<(text: string) => Promise<void>>(async () => undefined);
    vi.stubGlobal('navigator', {clipboard: {writeText: written}});
    const {meeting} = await open();
    render(meeting);
    write('K one');
    fireEvent.click(screen.getByRole('button', {name: 'Copy as Markdown'}));
    await act(async () => undefined);
    expect(written).toHaveBeenCalledWith('- 2026-11-18 K one\n');
    expect(screen.getByText('The log is in the clipboard.')).toBeDefined();
  });
});

describe('lines that wait', () => {
  it('become cards of a board, and wait no longer', async () => {
    const {meeting, WaitingLines} = await open();
    render(meeting);
    for (const line of ['K one', 'P two', 'P three']) write(line);
    cleanup();
    const cards: string[] = [];
    render(<WaitingLines add={(column, text) => cards.push(`${column} ${text}`)} />);
    expect(screen.getByText('3 lines from evening meetings wait')).toBeDefined();
    fireEvent.click(screen.getByRole('button', {name: 'Write as a Problem card: two'}));
    fireEvent.click(screen.getByRole('button', {name: 'Leave out: one'}));
    fireEvent.click(screen.getByRole('button', {name: 'Write as a Problem card: three'}));
    expect(cards).toEqual(['problem two', 'problem three']);
    expect(document.body.textContent).toBe('');
  });

  it('become cards all at once, in Japanese too', async () => {
    held.language = 'ja';
    const {meeting, WaitingLines} = await open();
    render(meeting);
    for (const line of ['Ｋ　引き継ぎ', 'P：レビュー']) write(line);
    cleanup();
    const cards: string[] = [];
    render(<WaitingLines add={(column, text) => cards.push(`${column} ${text}`)} />);
    fireEvent.click(screen.getByRole('button', {name: 'すべてカードにする'}));
    expect(cards).toEqual(['keep 引き継ぎ', 'problem レビュー']);
    expect(document.body.textContent).toBe('');
  });
});
