import {load, type CheerioAPI} from 'cheerio';
import {describe, expect, it} from 'vitest';
import {cutPage, NothingToCutError} from '../../../src/runbook/lane/cut-page.ts';

const page = `<!doctype html><html><head><title>x</title></head><body><nav>chrome</nav>
<div data-lane data-page="runbooks/pods" data-alerts="PodCrash PodSlow" class="markdown"><header><h1>Pods</h1></header>
<section data-glance><div><p><code>PodCrash</code> <span data-live="alert:PodCrash">not yet</span></p><p><code>PodSlow</code> <span data-live="alert:PodSlow">not yet</span></p></div></section>
<section data-section="meaning"><h2 id="meaning">Meaning<a class="hash-link" href="#meaning">#</a></h2><p>It <!-- -->means.</p></section>
<section data-section="impact"><h2 id="impact">Impact</h2></section>
<section data-section="check"><h2 id="check">Check</h2><img src="/img/a.png" alt="A graph"><script>x()</script><div data-reading-only>no</div></section>
</div></body></html>`;
const cut = (alert = 'PodCrash', html = page): CheerioAPI => load(cutPage(html, {language: 'en', alert}));

describe('cutPage', () => {
  it('takes the lane and nothing around it', () => {
    expect(cut()('body').children().length).toBe(1);
    expect(cut().text()).not.toContain('chrome');
  });

  it('puts what it means behind one line, between the first screen and the steps', () => {
    const $ = cut();
    const parts = $('[data-lane]').children().get();
    expect(parts.map(({name, attribs}) => attribs['data-section'] ?? name)).toEqual(['header', 'section', 'details', 'check']);
    expect($('details > summary').text()).toBe('What it means');
    expect(
      $('details h2')
        .get()
        .map(({attribs}) => attribs['id']),
    ).toEqual(['meaning', 'impact']);
  });

  it('leaves out what only the reading page can use, and whatever would be one more request', () => {
    const $ = cut();
    expect($('.hash-link, script, img, [data-reading-only]').length).toBe(0);
    expect($.html()).not.toContain('<!--');
    expect($('a[href="/img/a.png"]').text()).toBe('A graph');
  });

  it('puts the alert that was asked for first', () => {
    const $ = cut('PodSlow');
    expect(
      $('[data-live]')
        .get()
        .map(({attribs}) => attribs['data-live']),
    ).toEqual(['alert:PodSlow', 'alert:PodCrash']);
    expect($('[data-lane]').attr('data-alerts')).toBe('PodSlow PodCrash');
  });

  it('says when there is nothing to cut', () => {
    expect(() => cut('A', '<p>x</p>')).toThrow(NothingToCutError);
  });
});
