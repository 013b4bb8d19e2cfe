import {load} from 'cheerio';
import {describe, expect, it} from 'vitest';
import {cutStyle} from '../../../src/runbook/lane/cut-style.ts';
import {vocabularyOf} from '../../../src/runbook/lane/vocabulary.ts';

const cut = (css: string, {html = '<p class="note" id="a" data-live="x">x</p>', script = ''} = {}): string =>
  cutStyle(css, vocabularyOf(load(html), script));

describe('cutStyle', () => {
  it.each([
    ['a tag of the page', 'p{color:red}'],
    ['a class of the page', '.note{color:red}'],
    ['an id and an attribute', '#a[data-live]{color:red}'],
    ['part of a class name', "[class*='ot']{color:red}"],
    ['the document itself', ":root,html[data-theme='dark']{color:red}"],
    ['a state of the reader', 'p:hover,details[open] p:focus-visible{color:red}'.replace('details', 'p')],
    ['what is not', 'p:not(.other){color:red}'],
    ['one of several', ':is(p,ul){color:red}'],
    ['what is inside', 'p:has(>.note){color:red}'],
    ['a pseudo element', 'p::before{content:"x"}'],
    ['a rule within a condition', '@media print{p{color:red}}'],
    ['a rule within a layer', '@layer a{@supports (a:b){p{color:red}}}'],
    ['the order of layers', '@layer a,b;'],
    ['what cannot be read', 'p:::x{color:red}'],
  ])('keeps %s', (_name, css) => {
    expect(cut(css).replace(/;$/, '')).toBe(css.replace(/;$/, ''));
  });

  it.each([
    ['another tag', 'table{color:red}'],
    ['another class', '.other{color:red}'],
    ['another class beside one of the page', '.note.other,.note .other{color:red}'],
    ['another attribute', "[data-copied='x']{color:red}"],
    ['none of several', ':is(ul,ol) p{color:red}'],
    ['what is not inside', 'p:has(.other){color:red}'],
    ['a condition with nothing left in it', '@media print{.other{color:red}}'],
    ['another request', "@import 'x.css';@font-face{font-family:x;src:url(x)}"],
    ['the stock theme', '@layer docusaurus.infima{p{color:red}}@layer docusaurus.a,docusaurus.b;'],
    ['a comment', '/* x */'],
  ])('drops %s', (_name, css) => {
    expect(cut(css)).toBe('');
  });

  it('drops the unused ones of several selectors', () => {
    expect(cut('.other, p, ul > li { color: red; }')).toBe('p{color:red}');
  });

  it('keeps the look of what the script makes of the page', () => {
    const css = '.panel-entry{color:red}[data-filled]{color:red}[data-why-not]{color:red}ul{color:red}[aria-invalid]{color:red}';
    const script =
      'a.className="panel-entry wide";b.toggleAttribute("data-filled");c.dataset.whyNot="";d("ul");e.setAttribute(`aria-invalid`,1)';
    expect(cut(css, {script})).toBe(css);
    expect(cut(css)).toBe('');
  });

  it('drops custom properties that nothing speaks of, however long the chain', () => {
    expect(cut(':root{--a:1px;--b:var(--a);--c:var(--b);--d:2px;--e:var(--d)}p{margin:var(--c)}')).toBe(
      ':root{--a:1px;--b:var(--a);--c:var(--b)}p{margin:var(--c)}',
    );
  });

  it('keeps the animations that are used, and their steps', () => {
    expect(cut('@keyframes in{50%{opacity:0}}@keyframes out{to{opacity:0}}p{animation:in 1s}')).toBe(
      '@keyframes in{50%{opacity:0}}p{animation:in 1s}',
    );
  });
});
