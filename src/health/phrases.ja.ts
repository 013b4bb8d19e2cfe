import type {phrases as en} from './phrases.en.ts';

const named = (names: readonly string[]): string =>
  names.length === 1 || names.length === 2 ? `（${names.map((name) => `@${name}`).join('、')}）` : '';

/** What the health check says of each aspect. A subject is the title of a thing of `data/`. */
export const phrases: typeof en = {
  aspects: {
    slo: 'サービスレベル',
    recovery: '復元訓練',
    versions: 'バージョン',
    spof: '単一障害点',
    operators: '運用できる人',
    runbooks: 'ランブック',
    exceptions: '例外',
    cost: '単位費用',
    toil: 'トイル',
  },
  short: {
    slo: 'SLO',
    recovery: '復元',
    versions: '版',
    spof: 'SPOF',
    operators: '人',
    runbooks: '手順',
    exceptions: '例外',
    cost: '費用',
    toil: 'トイル',
  },
  states: {down: '要対応', unknown: '不明', degraded: '要注意', ok: '正常', none: '対象なし'},
  why: {
    slo: '目標を満たしているかは、ライブの状態だけが保証できます。サーバーがなければ、この行は不明のままです。',
    recovery:
      'RTO以内に復元でき、データストアごとの期限も過ぎていなければ正常です。期限切れは要注意、失敗・時間超過・未実施は要対応とします。',
    versions: 'サポート終了まで90日以内か、最後のパッチから120日を超えたら要注意、サポートが終わっていたら要対応とします。',
    spof: '単一障害点は、なくなるまで要注意とし、決めた期限を過ぎたら要対応とします。誰も調べていない部分は不明です。',
    operators:
      'リリース、取り消し、ランブックの3つを直近1年で経験した役割が2つあれば正常です。1つなら要注意、なければ要対応、記録がなければ不明とします。',
    runbooks:
      'どのアラートにも、いまの内容のまま訓練か本番で役に立ったランブックがあれば正常です。未確認・変更あり・期限切れは要注意、夜間に呼び出すアラートで欠けている場合と、失敗した場合は要対応とします。',
    exceptions: '例外は期限まで有効です。期限まで30日以内なら要注意、過ぎたら要対応とします。',
    cost: '単位あたりの費用が前の月より2割を超えて上がったら、理由がわかっていても要注意とします。',
    toil: '時間の半分を超えてトイルに使ったら要注意とします。直近4週のどれかに記録のないチームは不明です。',
  },
  markdown: {
    title: (organisation) => `${organisation}のシステム健康診断`,
    asOf: (day, before) => `${day}時点。前回は${before}。ライブの項目は、ここでは不明のままです。`,
    lastTime: (state) => `（前回：${state}）`,
    is: (state) => `（${state}）`,
    all: 'すべての所見と、その理由',
    service: 'サービス',
    notKept: '記録なし',
    heading: (service, worst) => `${service}：${worst}`,
  },
  subject: (subject, sentence) => `${subject}：${sentence}`,
  lacking: {
    slo: '目標がない',
    recovery: '復元の計画がない',
    versions: 'バージョンの記録がない',
    spof: '調べた記録がない',
    operators: '記録がない',
    runbooks: 'アラートがない',
    exceptions: '記録がない',
    cost: '費用の記録がない',
    toil: '時間の記録がない',
  },
  stop: '。',
  ofThese: (lacking, names, more) => `${lacking}：${names.join('、')}${more > 0 ? `ほか${more}件` : ''}。`,
  list: (sentences) => sentences.join(''),
  more: (count) => `ほか${count}件。`,
  allOk: (count, noun) => `${noun}${count}件すべて正常。`,
  count: (ok, of, noun) => `${noun}${of}件中${ok}件が正常。`,
  nouns: {
    slo: '目標',
    recovery: 'データストア',
    versions: '構成要素',
    spof: '構成要素',
    operators: 'サービス',
    runbooks: 'アラート',
    exceptions: '例外',
    cost: 'サービス',
    toil: 'チーム',
  },
  slo: {
    live: (objective, target, window) =>
      `${objective}：${target === undefined ? '目標値がない' : `目標は${window}で${target}`}。守れているかはライブで示す。`,
  },
  recovery: {
    never: '復元したことがない。',
    fresh: (at, minutes, rto) => `${at}に、${rto}分以内のところ${minutes}分で復元できた。`,
    stale: (at, until) => `最後の復元は${at}で、有効だったのは${until}まで。`,
    failed: (at) => `${at}の復元に失敗した。`,
    slow: (at, minutes, rto) => `${at}の復元に${minutes}分かかった。許されるのは${rto}分。`,
    none: 'カタログでは、どのデータストアにも依存していない。',
    noStores: 'カタログにデータストアがない。',
    trend: (subject) => `${subject}：復元にかかった時間`,
    unit: '分',
  },
  versions: {
    unknown: (version) => `${version}の終了日がスナップショットにない。`,
    open: (version) => `${version}。終了日は未発表。`,
    supported: (version, until) => `${version}。サポートは${until}まで。`,
    ending: (version, until, left) => `${version}のサポート終了まであと${left}日（${until}）。`,
    ended: (version, until) => `${version}のサポートは${until}に終わった。`,
    unpatched: (version, at) => `${version}。最後のパッチは${at}。`,
  },
  spof: {
    fix: (what, by) => `${what}${by}までになくす。`,
    accept: (what, until) => `${what}${until}まで受け入れる。`,
    over: (what, until) => `${what}期限の${until}を過ぎた。`,
    untested: 'わざと止めて確かめたことがまだない。',
    ok: (zones, replicas) => `${zones}ゾーンに${replicas}台。`,
    lone: '1台か、1ゾーンしかない。',
    trend: '残っている単一障害点',
    unit: '件',
  },
  operators: {
    able: (able) => (able.length === 0 ? `運用できる役割がない。` : `運用できる役割は${able.length}つ${named(able)}。`),
  },
  runbooks: {
    missing: 'ランブックがない。',
    dead: 'リンク先がない。',
    never: 'ランブックが使われたことがない。',
    proven: (at) => `${at}にランブックが役に立った。`,
    stale: (at) => `ランブックが最後に役に立ったのは${at}。`,
    adapted: (at) => `${at}に、手順を変えて切り抜けた。`,
    changed: (at) => `${at}に役に立った後、内容が変わった。`,
    failed: (at) => `${at}にランブックで解決できなかった。`,
  },
  exceptions: {
    holds: (what, until) => `${what}期限は${until}。`,
    ending: (what, until, left) => `${what}期限まであと${left}日（${until}）。`,
    over: (what, until) => `${what}期限の${until}を過ぎた。`,
    none: '例外はない。',
  },
  cost: {
    change: (percent, month) =>
      percent === 0
        ? `単位あたりの費用は前の月と同じ（${month}）。`
        : `単位あたりの費用が前の月より${Math.abs(percent)}%${percent > 0 ? '上がった' : '下がった'}（${month}）。`,
    first: (month) => `${month}が最初の月。`,
    gap: (month) => `${month}の請求の記録がない。`,
    old: (month) => `最後の記録は${month}。`,
    trend: (subject, unit) => `${subject}：${unit}あたりの費用`,
    unit: '円',
  },
  toil: {
    share: (percent, nights, from) => `${from}からの4週間はトイルが${percent}%。夜間に起こされたのは${nights}晩。`,
    short: (written) => `直近4週のうち、記録があるのは${written}週。`,
    old: (week) => `最後の記録は${week}の週。`,
    trend: (team) => `${team}：全時間に占めるトイルの割合`,
    unit: '%',
  },
};
