import {load} from 'cheerio';
import {expect, it} from 'vitest';
import {inlineScriptHashes} from '../../../src/http/inline-scripts.server.ts';
import {laneDocument, type LaneOptions} from '../../../src/runbook/lane/lane-document.ts';

const options: LaneOptions = {
  language: 'ja',
  alert: 'PodCrash',
  title: 'A & <b>',
  site: 'Handbook',
  content: '<div data-lane>見る</div>',
  style: 'p::after{content:"</style>"}',
  script: 'const end="</script><!--";',
  themeKey: 'theme-x',
  links: {
    home: '/ja/',
    page: '/ja/runbooks/pods',
    canonical: 'https://h.example/ja/runbooks/pods',
    others: [{language: 'en', href: '/r/PodCrash'}],
  },
};

it('is one file that asks for nothing', () => {
  const $ = load(laneDocument(options));
  expect($('script[src], link[rel=stylesheet], img, iframe').length).toBe(0);
  expect(
    $('link')
      .get()
      .map(({attribs}) => [attribs['rel'], attribs['href']]),
  ).toEqual([
    ['icon', 'data:,'],
    ['canonical', 'https://h.example/ja/runbooks/pods'],
  ]);
});

it('says which alert it is of, in its language, and is not for search engines', () => {
  const $ = load(laneDocument(options));
  expect([$('title').text(), $('html').attr('lang'), $('meta[name=robots]').attr('content')]).toEqual([
    'PodCrash：A & <b>',
    'ja',
    'noindex',
  ]);
});

it('leads to the reading page and to the other language', () => {
  const $ = load(laneDocument(options));
  expect(
    $('a[data-keep-query]')
      .get()
      .map(({attribs}) => attribs['href']),
  ).toEqual(['/ja/runbooks/pods', '/r/PodCrash']);
  expect($('a[lang=en]').text()).toBe('English');
});

it('ends neither its script nor its style early', () => {
  const html = laneDocument(options);
  const $ = load(html);
  expect($('[data-lane]').text()).toBe('見る');
  expect($('script').length).toBe(2);
  expect($('body > script').html()).toBe(String.raw`const end="\x3c/script>\x3c!--";`);
  expect(inlineScriptHashes(html)).toHaveLength(2);
});
