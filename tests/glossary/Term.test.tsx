// @vitest-environment happy-dom
import {cleanup, fireEvent, render, screen} from '@testing-library/react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {TermFacts} from '../../src/glossary/facts.ts';
import {Term} from '../../src/glossary/ui/Term.tsx';

const held = vi.hoisted(() => ({language: 'en'}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({
  default: () => ({i18n: {currentLocale: held.language}, siteConfig: {baseUrl: '/'}}),
}));
beforeEach(() => (held.language = 'en'));
afterEach(cleanup);

const facts: TermFacts = {id: 'drill', term: 'drill', other: '訓練', reading: undefined, means: 'Following a runbook.'};
const word = (): HTMLElement => screen.getByRole('button');
const shown = (): string | null => screen.queryByRole('tooltip')?.textContent ?? null;
const draw = (): void =>
  void render(
    <p>
      After two <Term facts={facts}>drills</Term>.
    </p>,
  );

describe('a hard word', () => {
  it('is a link to the glossary until scripts run', () => {
    const html = renderToStaticMarkup(<Term facts={facts}>drills</Term>);
    expect(html).toMatch(/<a [^>]*href="\/reference\/glossary#drill"[^>]*>drills<\/a>/);
    expect(html).not.toContain('Following');
  });

  it('is the word of the glossary when nothing stands in it', () => {
    render(<Term facts={facts} />);
    expect(word().textContent).toBe('drill');
  });

  it('has its meaning for whoever listens, shown or not', () => {
    draw();
    const description = document.getElementById(word().getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe('drill (訓練) Following a runbook.');
    expect(description?.hidden).toBe(true);
  });

  it('shows it while a mouse is on it, and no longer', () => {
    draw();
    fireEvent.pointerEnter(word().parentElement as HTMLElement, {pointerType: 'mouse'});
    expect(shown()).toContain('Following');
    fireEvent.pointerLeave(word().parentElement as HTMLElement, {pointerType: 'mouse'});
    expect(shown()).toBeNull();
  });

  it('shows it while it has the focus, until Escape', () => {
    draw();
    fireEvent.focus(word());
    expect(shown()).toContain('Following');
    fireEvent.keyDown(document, {key: 'Escape'});
    expect(shown()).toBeNull();
  });

  it('shows it at a tap, until the next one there or elsewhere', () => {
    draw();
    fireEvent.focus(word());
    fireEvent.click(word());
    expect(shown()).toContain('Following');
    fireEvent.click(word());
    expect(shown()).toBeNull();
    fireEvent.click(word());
    fireEvent.pointerDown(document.body);
    expect(shown()).toBeNull();
  });

  it('is read in Japanese with its reading', () => {
    held.language = 'ja';
    render(<Term facts={{...facts, term: '訓練', other: 'drill', reading: 'くんれん', means: '試すこと。'}} />);
    fireEvent.focus(word());
    expect(shown()).toBe('訓練（くんれん、drill）試すこと。');
  });
});
