import {describe, expect, it} from 'vitest';
import {FrontMatter, kinds, Param} from '../../src/page/contract.ts';

const base = {title: 'A', description: 'A.', owner: 'sre', status: 'adopted'};
const more: Readonly<Record<string, object>> = {
  mission: {serves: ['accelerate'], practices: []},
  guideline: {serves: ['health'], practices: ['A17']},
  runbook: {
    alerts: [],
    aliases: [],
    impact: 'Slow.',
    escalate_to: 'sre',
    escalate_after_minutes: 15,
    access_needed: [],
    symptoms: [],
    params: [],
  },
  postmortem: {lang: 'ja', date: '2026-01-01', severity: 'SEV2', services: ['shop'], noticed_by: 'user', minutes: 12},
  'retro-record': {lang: 'en', date: '2026-01-01', agenda: 'kpt-60', board: ''},
};

describe('front matter', () => {
  it.each(kinds)('has a shape for the kind %s', (kind) => {
    expect(FrontMatter.safeParse({...base, ...more[kind], kind}).error).toBeUndefined();
  });

  it.each(kinds)('asks a %s for its owner', (kind) => {
    const {owner: _, ...rest} = {...base, ...more[kind], kind};
    expect(FrontMatter.safeParse(rest).error?.issues.map(({path}) => path)).toContainEqual(['owner']);
  });

  it('refuses a practice that is no id', () => {
    expect(FrontMatter.safeParse({...base, kind: 'guideline', serves: ['health'], practices: ['17']}).success).toBe(false);
  });

  const isSound = (kind: string, said: object): boolean => FrontMatter.safeParse({...base, ...more[kind], kind, ...said}).success;

  it.each(['runbook', 'procedure', 'onboarding', 'retro', 'reference'])('lets a %s say which vision and practices it serves', (kind) => {
    expect(isSound(kind, {serves: ['health'], practices: ['A11', 'V27']})).toBe(true);
    expect(isSound(kind, {practices: []})).toBe(false);
  });

  it.each(['mission', 'guideline'])('asks a %s for both, though no practice may be served', (kind) => {
    expect(isSound(kind, {practices: []})).toBe(true);
    expect(isSound(kind, {practices: undefined})).toBe(false);
    expect(isSound(kind, {serves: undefined})).toBe(false);
  });

  it.each(['postmortem', 'retro-record'])('lets no %s claim a practice: it tells of one day', (kind) => {
    expect(isSound(kind, {})).toBe(true);
    expect(isSound(kind, {practices: ['A11']})).toBe(false);
  });
});

describe('a parameter', () => {
  it.each(['NAMESPACE', 'POD_2'])('may be called %s', (name) => {
    expect(Param.safeParse({name, label: 'a', example: 'b'}).success).toBe(true);
  });
  it.each(['namespace', '2POD', 'POD-NAME', '$POD'])('may not be called %s', (name) => {
    expect(Param.safeParse({name, label: 'a', example: 'b'}).success).toBe(false);
  });
});
