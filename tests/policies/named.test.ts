import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {policies} from '../../src/policies/preset.ts';
import {noMistypedSetting} from '../../src/policies/rules/no-mistyped-setting.ts';

const ids = [noMistypedSetting, ...policies].map(({id}) => id).toSorted();
const inText = (file: string): string[] => [...new Set(readFileSync(file, 'utf8').match(/policy\/[a-z]+(?:-[a-z]+)+/g))].toSorted();

describe('the policies', () => {
  it.each(['docs', 'i18n/ja/docusaurus-plugin-content-docs/current'])('are all named by the page about them, under %s', (folder) => {
    expect(inText(`${folder}/guidelines/policy-as-code.mdx`)).toEqual(ids);
  });

  it('are those that the baseline names, and no others', () => {
    expect(inText('data/registers/policies.yaml')).toEqual(ids);
  });
});
