import {owner, registerTable} from './table.ts';
import {list, minutes} from './words.ts';

const decisions = {fix: {en: 'Repair', ja: '直す'}, accept: {en: 'Accept', ja: '受け入れる'}} as const;

export const spof = registerTable('spof', {
  columns: {
    what: {kind: 'text', title: {en: 'Single point', ja: '単一障害点'}, cell: ({what}, language) => what[language]},
    component: {kind: 'name', title: {en: 'Part', ja: '対象'}, cell: ({component}) => component},
    blast: {kind: 'text', title: {en: 'When it fails', ja: '止まったときの影響'}, cell: (entry, language) => entry.blast_radius[language]},
    mitigations: {kind: 'text', title: {en: 'Until then', ja: 'それまでの備え'}, cell: (entry, language) => entry.mitigations[language]},
    decision: {kind: 'text', title: {en: 'Decision', ja: '判断'}, cell: ({decision}, language) => decisions[decision][language]},
    until: {kind: 'day', title: {en: 'Until', ja: '期限'}, cell: ({fix_by: by, accept_until: accepted}) => by ?? accepted},
    owner,
  },
  row: ({gone, decided, decision}) => ({
    status: gone !== undefined ? 'done' : decision === 'fix' ? 'open' : 'holds',
    noted: decided,
    done: gone,
  }),
});

const failovers = {
  automatic: {en: 'By itself', ja: '自動'},
  manual: {en: 'By hand', ja: '手動'},
  none: {en: 'None', ja: 'なし'},
} as const;

export const resilience = registerTable('resilience', {
  columns: {
    component: {kind: 'name', title: {en: 'Part', ja: '対象'}, cell: ({component}) => component},
    zones: {kind: 'number', title: {en: 'Zones', ja: 'ゾーン'}, cell: ({zones}) => zones},
    replicas: {kind: 'number', title: {en: 'Replicas', ja: 'レプリカ'}, cell: ({replicas}) => replicas},
    failover: {
      kind: 'text',
      title: {en: 'Failover', ja: 'フェイルオーバー'},
      cell: ({failover}, language) => failovers[failover][language],
    },
    tested: {kind: 'day', title: {en: 'Last tested', ja: '最後に試した日'}, cell: (entry) => entry.tested_on},
  },
  row: ({zones, replicas, failover, tested_on: tested}) => {
    // A test of what stands in one place shows only that it can be started again.
    const isAlone = zones === 1 || replicas === 1 || failover === 'none';
    return {status: tested === undefined ? 'never' : isAlone ? 'warning' : 'ok'};
  },
});

export const scenarios = registerTable('scenarios', {
  columns: {
    title: {kind: 'text', title: {en: 'Disaster', ja: '災害'}, cell: ({title}, language) => title[language]},
    lost: {kind: 'text', title: {en: 'Lost', ja: '失うもの'}, cell: ({lost}, language) => lost[language]},
    meanwhile: {kind: 'text', title: {en: 'Meanwhile', ja: '代わりに使うもの'}, cell: (entry, language) => entry.meanwhile[language]},
    services: {
      kind: 'text',
      title: {en: 'RTO / RPO', ja: 'RTO / RPO'},
      cell: ({services}, language) =>
        list(
          services.map(
            ({service, rto_minutes: rto, rpo_minutes: rpo}) => `${service} ${minutes(rto, language)} / ${minutes(rpo, language)}`,
          ),
          language,
        ),
    },
    read: {kind: 'day', title: {en: 'Last read', ja: '最後に読んだ日'}, cell: ({read}) => read},
    owner,
  },
  row: () => ({status: 'fresh'}),
});
