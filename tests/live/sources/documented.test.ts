import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {LiveConfig} from '../../../src/catalog/live-contract.ts';

/** What an example leaves out. */
const rest = {sources: [], probes: [], mayBeAbsent: [], watchdog: 'Watchdog'};

describe('the page about sources', () => {
  it.each(['docs', 'i18n/ja/docusaurus-plugin-content-docs/current'])('has examples that are right, under %s', (folder) => {
    const page = readFileSync(new URL(`../../../${folder}/reference/live-sources.mdx`, import.meta.url), 'utf8');
    const examples = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => parse(text ?? '') as object); // YAML mappings, as seen next
    const kinds = new Set(examples.flatMap((example) => Object.keys(LiveConfig.parse({...rest, ...example}) && example)));
    expect(kinds).toEqual(new Set(['sources', 'queries', 'probes', 'providers', 'oncall']));
  });
});
