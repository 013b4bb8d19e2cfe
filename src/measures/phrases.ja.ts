import type {phrases as en} from './phrases.en.ts';

/** What is said about a measure besides its own title and unit. */
export const phrases: typeof en = {
  links: {
    development: {title: '開発活動', becomes: '思いつきが早くリリースになる'},
    product: {title: 'プロダクト', becomes: '会員の要望に早く応えられる'},
    business: {title: '事業', becomes: '貸し借りをする人が増える'},
    company: {title: '会社', becomes: '新しいチームやサービスが自力で立ち上がる'},
  },
  figure: (number, unit) => `${number}${unit}`,
  target: {up: (figure) => `${figure}以上`, down: (figure) => `${figure}以下`, all: (figure) => `すべて（${figure}）`},
  releases: (count) => `90日間のリリース${count}件`,
  chain: '成長の連鎖と、つながりごとの指標',
  noMeasure: 'まだ指標がありません。このつながりは仮説です',
  noFigure: 'まだ数値がありません',
  asOf: (day) => `${day}時点`,
  wants: (target) => `目標：${target}`,
  change: {
    better: (before) => `良くなった。前は${before}`,
    worse: (before) => `悪くなった。前は${before}`,
    same: (before) => `変わらない。前も${before}`,
    unknown: '比べる数値がまだない',
  },
  reached: '達成',
  missed: '未達',
  empty: 'この一覧は空です。',
  table: {
    measure: '指標',
    latest: '最新の値',
    before: '前との比較',
    target: '目標',
    basis: '根拠',
  },
};
