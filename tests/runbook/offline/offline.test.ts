import {load} from 'cheerio';
import {describe, expect, it} from 'vitest';
import {daysSince} from '../../../src/runbook/offline/age.ts';
import {packRunbooks} from '../../../src/runbook/offline/pack.ts';
import {relink} from '../../../src/runbook/offline/relink.ts';
import {readRoute} from '../../../src/runbook/offline/route.ts';

describe('readRoute', () => {
  it.each([
    ['', '', ''],
    ['#', '', ''],
    ['#KubePodCrashLooping', 'KubePodCrashLooping', ''],
    ['#/KubePodCrashLooping?namespace=prod&pod=a%20b', 'KubePodCrashLooping', '?namespace=prod&pod=a%20b'],
    ['#/r/KubePodCrashLooping/?a=b', 'KubePodCrashLooping', '?a=b'],
    ['#runbooks/start-here', 'runbooks/start-here', ''],
    ['#%E0%A4%A', '%E0%A4%A', ''],
  ])('reads %s', (hash, name, search) => {
    expect(readRoute(hash)).toEqual({name, search});
  });
});

describe('relink', () => {
  const to = (href: string): string | undefined => {
    const $ = load(`<a href="${href}">x</a>`);
    relink($, {baseUrl: '/ja/', url: 'https://h.example', slugs: new Set(['runbooks/pods'])});
    return $('a').attr('href');
  };
  it.each([
    ['/ja/runbooks/pods', '#runbooks/pods'],
    ['/ja/runbooks/pods/#fix', '#runbooks/pods'],
    ['/ja/r/PodCrash?a=b', '#PodCrash?a=b'],
    ['/ja/guidelines/on-call', 'https://h.example/ja/guidelines/on-call'],
    ['/runbooks/pods', 'https://h.example/runbooks/pods'],
    ['#check', '#check'],
    ['https://other.example/', 'https://other.example/'],
  ])('leads %s to %s', (href, expected) => {
    expect(to(href)).toBe(expected);
  });
});

it('counts whole days, and none for a clock that runs ahead', () => {
  const now = Date.parse('2026-05-20T00:00:00Z');
  expect(['2026-05-19T00:00:01Z', '2026-05-05T00:00:00Z', '2026-06-01T00:00:00Z'].map((at) => daysSince(at, now))).toEqual([0, 15, 0]);
});

it('packs every runbook into one file that asks for nothing, whatever their titles hold', () => {
  const entry = {slug: 'runbooks/pods', title: '</script><b>', alerts: ['PodCrash'], aliases: [], symptoms: [], services: []};
  const html = packRunbooks({
    language: 'en',
    site: 'Handbook',
    home: 'https://h.example/',
    commit: {id: undefined, at: '2026-05-20T00:00:00.000Z'},
    runbooks: [{entry, content: '<div data-lane>one</div>'}],
    style: '',
    script: 'go()',
    themeKey: 'theme',
  });
  const $ = load(html);
  expect($('template').length).toBe(1);
  expect(JSON.parse($('[data-entries]').text())).toEqual([entry]);
  expect($('[data-built]').text()).toBe('Commit unknown of 2026-05-20 ');
  expect($('script[src], link[rel=stylesheet]').length).toBe(0);
});
