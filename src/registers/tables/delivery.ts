import type {Text} from '../../catalog/shapes.ts';
import type {Language} from '../../catalog/contract.ts';
import {busFactor, type BusFactor} from '../bus-factor.ts';
import {owner, registerTable, service, table, type Sources} from './table.ts';
import {list} from './words.ts';

const by = {'own-team': {en: 'Own team', ja: '担当チーム'}, sre: {en: 'SRE', ja: 'SRE'}} as const;

export const releases = registerTable('releases', {
  latestFirst: ({at}) => at,
  columns: {
    service: {...service, isChoice: true},
    at: {kind: 'day', title: {en: 'Released', ja: 'リリース日'}, cell: ({at}) => at},
    lead: {kind: 'number', title: {en: 'From commit (h)', ja: 'コミットから（時間）'}, cell: (entry) => entry.lead_hours},
    by: {kind: 'text', title: {en: 'By', ja: '行ったチーム'}, cell: (entry, language) => by[entry.by][language]},
    restored: {kind: 'number', title: {en: 'Restored in (min)', ja: '復旧まで（分）'}, cell: (entry) => entry.restored_minutes},
  },
  row: ({outcome}) => ({status: outcome}),
  isLog: true,
});

export const manualSteps = registerTable('manual-steps', {
  columns: {
    step: {kind: 'text', title: {en: 'By hand', ja: '手作業'}, cell: ({step}, language) => step[language]},
    service,
    minutes: {kind: 'number', title: {en: 'Minutes a month', ja: '月あたりの分数'}, cell: (entry) => entry.minutes * entry.times_a_month},
    plan: {kind: 'text', title: {en: 'Plan', ja: '計画'}, cell: ({plan}, language) => plan[language]},
    owner,
    by: {kind: 'day', title: {en: 'Gone by', ja: 'なくす期限'}, cell: (entry) => entry.remove_by},
  },
  row: ({found, removed}) => ({status: removed === undefined ? 'open' : 'done', noted: found, done: removed}),
});

/** Who can operate each service tomorrow: fewer than two roles is a risk, and no entry says nothing. */
export const operators = table(operatorsOf, {
  columns: {
    service,
    able: {kind: 'number', title: {en: 'Roles that can', ja: '運用できる役割の数'}, cell: ({able}) => able.length},
    release: did('release', {en: 'Released', ja: 'リリース'}),
    undo: did('undo', {en: 'Undid', ja: '取り消し'}),
    runbook: did('runbook', {en: 'Used a runbook', ja: 'ランブック'}),
  },
  row: ({isKnown, able}) => ({status: !isKnown ? 'unknown' : able.length < 2 ? 'warning' : 'ok'}),
});

interface Known extends BusFactor {
  readonly id: string;
  readonly isKnown: boolean;
}

function operatorsOf({registers, catalog: {services, teams}, today}: Sources): readonly Known[] {
  const done = registers.operators.map(({value}) => value);
  const roles = new Set([...teams.values()].flatMap(({members}) => members));
  return [...services.keys()].map((name) => ({
    ...busFactor(name, done, {today, roles}),
    id: `operators-${name}`,
    isKnown: done.some((one) => one.service === name && one.at <= today),
  }));
}

interface Did {
  readonly kind: 'name';
  readonly title: Text;
  readonly cell: (entry: Known, language: Language) => string;
}

function did(task: keyof BusFactor['tasks'], title: Text): Did {
  const cell: Did['cell'] = ({tasks}, language) =>
    list(
      tasks[task].map(({role}) => role),
      language,
    );
  return {kind: 'name', title, cell};
}
