import {mkdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {overlay} from '../../src/demo/overlay.ts';
import {isBuilt, layOut} from '../../src/demo/stage.server.ts';
import {handbook} from '../support/sample.ts';

const files = {
  'data/alerts/shop.yaml': `groups:
  - name: shop
    rules:
      - {alert: Slow, expr: 'slow > 1', for: 1h, labels: {severity: info}}
`,
  'docs/index.mdx': 'Hello\n',
};

it('lays out a copy with impatient rules, and leaves the team its own', () => {
  const repository = handbook(files);
  const standIns = {url: 'http://127.0.0.1:41000', address: '127.0.0.1:41000'};
  const stage = layOut(repository, join(handbook(), 'stage'), overlay(readCatalog(repository).live, standIns));
  expect(stage.rules.map((file) => file.slice(stage.root.length))).toEqual(['/data/alerts/general.yaml', '/data/alerts/shop.yaml']);
  expect(parse(readFileSync(join(stage.root, 'data/alerts/shop.yaml'), 'utf8'))).toMatchObject({groups: [{rules: [{for: '10s'}]}]});
  expect(readFileSync(join(repository, 'data/alerts/shop.yaml'), 'utf8')).toBe(files['data/alerts/shop.yaml']);
  // What is laid out can be read as any handbook.
  expect([...readCatalog(stage.root).alerts.keys()].toSorted()).toEqual(['Slow', 'Watchdog']);
});

it('takes a build for finished only while it is newer than its sources', () => {
  const repository = handbook(files);
  expect(isBuilt(repository)).toBe(false);
  mkdirSync(join(repository, 'build'));
  writeFileSync(join(repository, 'build/.seal.json'), '{}');
  const later = new Date(Date.now() + 60_000);
  utimesSync(join(repository, 'build/.seal.json'), later, later);
  expect(isBuilt(repository)).toBe(true);
  const latest = new Date(Date.now() + 120_000);
  utimesSync(join(repository, 'docs/index.mdx'), latest, latest);
  expect(isBuilt(repository)).toBe(false);
});
