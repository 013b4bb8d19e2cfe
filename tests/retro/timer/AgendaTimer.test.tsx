// @vitest-environment happy-dom
import {act, cleanup, fireEvent, render, screen} from '@testing-library/react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {AgendaTimer} from '../../../src/retro/timer/AgendaTimer.tsx';
import type {AgendaFacts} from '../../../src/retro/timer/agenda-facts.ts';

const held = vi.hoisted(() => ({language: 'en'}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({default: () => ({i18n: {currentLocale: held.language}})}));

const facts: AgendaFacts = {
  id: 'kpt-3',
  title: 'KPT in 3 minutes',
  minutes: 3,
  boxes: [
    {id: 'writing', title: 'Silent writing', minutes: 2, text: 'Everyone writes alone.'},
    {id: 'voting', title: 'Voting', minutes: 1, text: 'Two votes each.'},
  ],
  rota: [],
};
const timer = <AgendaTimer agenda="kpt-3" facts={facts} />;
const button = (name: string): HTMLElement => screen.getByRole('button', {name});
const left = (): string => (screen.getByRole('timer').textContent ?? '').trim();
const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

beforeEach(() => {
  held.language = 'en';
  sessionStorage.clear();
  vi.useFakeTimers({now: Date.UTC(2026, 10, 27, 5)});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the timer of an agenda', () => {
  it('is a table of all boxes in the built page, with their sum', () => {
    const html = renderToStaticMarkup(timer);
    expect(html).toMatch(/Silent writing<\/th><td[^>]*>2<\/td><td>Everyone writes alone\./);
    expect(html).toMatch(/Total<\/th><td[^>]*>3<\/td>/);
    expect(html).not.toContain('aria-current');
  });

  it('counts down, waits, and gives a minute more', () => {
    render(timer);
    expect(left()).toBe('2:00');
    fireEvent.click(button('Start'));
    pass(30_000);
    expect(left()).toBe('1:30');
    fireEvent.click(button('Pause'));
    pass(30_000);
    expect(left()).toBe('1:30');
    fireEvent.click(button('Continue'));
    expect(left()).toBe('1:30');
    fireEvent.click(button('+1 minute'));
    expect(left()).toBe('2:30');
  });

  it('says when a minute is left and when the time is over, and changes nothing by itself', () => {
    render(timer);
    fireEvent.click(button('Start'));
    const said = screen.getByRole('status');
    pass(59_000);
    expect(said.textContent).toBe('');
    pass(1000);
    expect(said.textContent).toBe('One minute left: Silent writing.');
    pass(60_000);
    expect(said.textContent).toBe('The time is over: Silent writing.');
    pass(70_000);
    expect(left()).toBe('over by 1:10');
    fireEvent.click(button('+1 minute'));
    expect([said.textContent, left()]).toEqual(['', '1:00']);
  });

  it('goes from box to box, and shows which one it is', () => {
    render(timer);
    fireEvent.click(button('Start'));
    fireEvent.click(button('Next box'));
    expect(left()).toBe('1:00');
    expect(screen.getByText('Box 2 of 2')).toBeDefined();
    expect(document.querySelector('[aria-current=step]')?.textContent).toContain('Voting');
    fireEvent.click(button('Next box'));
    expect(screen.getByText('Box 2 of 2')).toBeDefined();
    fireEvent.click(button('Go to Silent writing'));
    expect(left()).toBe('2:00');
    fireEvent.click(button('From the beginning'));
    pass(5000);
    expect(left()).toBe('2:00');
  });

  it('is where it was after a reload, by the time that has passed', () => {
    render(timer);
    fireEvent.click(button('Start'));
    pass(20_000);
    cleanup();
    vi.setSystemTime(Date.now() + 25_000);
    render(timer);
    expect(left()).toBe('1:15');
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('works where the browser keeps nothing', () => {
    const refuse = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    vi.stubGlobal('sessionStorage', {getItem: refuse, setItem: refuse});
    render(timer);
    fireEvent.click(button('Start'));
    pass(1000);
    expect(left()).toBe('1:59');
  });

  it('speaks Japanese', () => {
    held.language = 'ja';
    render(timer);
    fireEvent.click(button('開始'));
    pass(200_000);
    expect(left()).toBe('超過 1:20');
    expect(screen.getByRole('status').textContent).toBe('「Silent writing」の時間が終わりました。');
  });
});
