import {readdirSync, readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {describe, expect, it} from 'vitest';
import {checkPlan} from '../../src/policies/check-plan.ts';
import {Plan} from '../../src/policies/contract.ts';
import {policies} from '../../src/policies/preset.ts';
import {noMistypedSetting} from '../../src/policies/rules/no-mistyped-setting.ts';

const ids = [noMistypedSetting, ...policies].map(({id}) => id);

const fixtures = 'examples/terraform/fixtures';
const plans = (folder: string): string[] => readdirSync(`${fixtures}/${folder}`).filter((name) => name.endsWith('.plan.json'));
const judge = (file: string): string[] => {
  const {breaches, unjudged} = checkPlan(Plan.parse(JSON.parse(readFileSync(`${fixtures}/${file}`, 'utf8'))), {today: '2026-11-22'});
  return [...new Set([...breaches.map(({policy}) => policy), ...unjudged])].toSorted();
};

describe('the stored plans', () => {
  it.each(plans('pass'))('pass: %s', (name) => {
    expect(judge(`pass/${name}`)).toEqual([]);
  });

  it.each(plans('fail').filter((name) => name !== 'several.plan.json'))('fail by the one policy that they are named for: %s', (name) => {
    expect(judge(`fail/${name}`)).toEqual([`policy/${basename(name, '.plan.json')}`]);
  });

  it('fail by several policies at once', () => {
    expect(judge('fail/several.plan.json')).toEqual(['policy/needs-encryption', 'policy/needs-owner', 'policy/no-public-store']);
  });

  it('hold one that fails for every policy', () => {
    const names = plans('fail').map((name) => `policy/${basename(name, '.plan.json')}`);
    expect(names).toEqual(expect.arrayContaining(ids));
  });
});

describe('a policy', () => {
  it('is a file of its own, named as its id', () => {
    const files = readdirSync('src/policies/rules').map((name) => `policy/${basename(name, '.ts')}`);
    expect(files.toSorted()).toEqual(ids.toSorted());
  });
});
