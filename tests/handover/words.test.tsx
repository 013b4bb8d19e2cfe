// @vitest-environment happy-dom
import {cleanup, fireEvent, render, screen, waitFor, within} from '@testing-library/react';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {AbsenceFacts, MatrixFacts, NotesFacts} from '../../src/handover/facts.ts';
import {AbsenceLog} from '../../src/handover/ui/AbsenceLog.tsx';
import {BusFactor} from '../../src/handover/ui/BusFactor.tsx';
import {HandoverNotes} from '../../src/handover/ui/HandoverNotes.tsx';

const held = vi.hoisted(() => ({language: 'en'}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({
  default: () => ({i18n: {currentLocale: held.language}, siteConfig: {baseUrl: '/'}}),
}));
beforeEach(() => (held.language = 'en'));
afterEach(cleanup);

const row = {service: 'shop', title: 'Shop', owner: 'Sales', standing: 'one', able: ['shop-lead']} as const;
const matrix: MatrixFacts = {
  asOf: '2026-11-22',
  rows: [
    {
      ...row,
      tasks: [
        {
          task: 'release',
          roles: [
            {role: 'shop-oncall', at: '2026-09-01'},
            {role: 'shop-lead', at: '2026-10-01'},
          ],
        },
        {task: 'undo', roles: [{role: 'shop-lead', at: '2026-10-02'}]},
      ],
    },
    {...row, service: 'pay', title: 'Pay', standing: 'unknown', able: [], tasks: []},
  ],
};
const log: AbsenceFacts = {
  asOf: '2026-11-22',
  due: '2026-11-20',
  isOverdue: true,
  next: {team: 'Sales', last: undefined},
  exercises: [
    {
      id: 'a',
      at: '2026-08-20',
      service: 'Shop',
      task: 'release',
      role: 'shop-lead',
      finished: false,
      minutes: 40,
      lang: 'ja',
      unanswered: [{question: '帳票はどこか。'}, {question: '誰に聞くか。', answered: '2026-09-03'}],
    },
  ],
};
const notes: NotesFacts = {
  notes: [
    {owner: 'sales', kind: 'group', title: 'Sales', text: '# Handover note: <Sales>\n'},
    {owner: '@shop-lead', kind: 'role', title: undefined, text: '# Handover note: @shop-lead\n'},
  ],
};

describe('the matrix of operators on a page', () => {
  it('says of each service who can operate it, and who did what when', () => {
    render(<BusFactor facts={matrix} />);
    const texts = screen.getAllByRole('row').map((one) => one.textContent?.trim());
    expect(texts).toEqual([
      'RoleReleaseUndo',
      'Shop Sales One role only: shop-lead',
      'shop-lead2026-10-012026-10-02',
      'shop-oncall2026-09-01no record',
      'Pay Sales Unknown: nothing was written down',
    ]);
  });

  it('speaks Japanese', () => {
    held.language = 'ja';
    render(<BusFactor facts={matrix} />);
    const [, shop, , , pay] = screen.getAllByRole('row');
    expect(shop?.textContent).toContain('1つだけ：shop-lead');
    expect(pay?.textContent).toContain('不明（記録がない）');
  });
});

describe('the log of exercises on a page', () => {
  it('says when the next was due, whose turn it is, and which question is open', () => {
    render(<AbsenceLog facts={log} />);
    expect(screen.getByText(/Overdue: the next exercise was due by 2026-11-20. Next is the team Sales/)).toBeTruthy();
    const [open, answered] = within(screen.getByRole('table')).getAllByRole('listitem');
    expect(open?.textContent).toBe('帳票はどこか。 no page answers it yet');
    expect(answered?.textContent).toBe('誰に聞くか。 answered on 2026-09-03');
    expect(screen.getByText('帳票はどこか。').lang).toBe('ja');
    expect(screen.getAllByText('(in Japanese)')).toHaveLength(1);
    expect(screen.getByText('Not finished in 40 min')).toBeTruthy();
  });

  it('asks for the first exercise while there is none', () => {
    held.language = 'ja';
    render(<AbsenceLog facts={{...log, due: undefined, isOverdue: false, exercises: []}} />);
    expect(screen.getByText(/まだ練習の記録がありません/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('the notes on a page', () => {
  it('stand there as they are written, for each owner', () => {
    render(<HandoverNotes facts={notes} />);
    expect(screen.getByText('# Handover note: <Sales>')).toBeTruthy();
    expect(screen.getAllByRole('group')).toHaveLength(2);
  });

  it('are copied with one tap, and say so', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    render(<HandoverNotes facts={notes} />);
    fireEvent.click(screen.getByRole('button', {name: 'Copy the note of sales', hidden: true}));
    await waitFor(() => expect(screen.getByText('Copied.')).toBeTruthy());
    expect(writeText).toHaveBeenCalledWith('# Handover note: <Sales>\n');
  });
});
