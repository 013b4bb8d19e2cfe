import type {Comparison, SetOperator} from './explain.ts';
import type {messages as en} from './messages.en.ts';

const within = (window: string): string => (window === '' ? '' : `直近${window}の`);
const each = (labels: readonly string[]): string => labels.map((label) => `\`${label}\``).join('、');

const functions: Readonly<Record<string, (window: string) => string>> = {
  absent: () => 'その系列が1つもなければ1',
  absent_over_time: (window) => `${within(window)}間、その系列が1つもなければ1`,
  avg_over_time: (window) => `${within(window)}平均`,
  changes: (window) => `${within(window)}値が変わった回数`,
  count_over_time: (window) => `${within(window)}サンプルの数`,
  delta: (window) => `${within(window)}値の変化量`,
  deriv: (window) => `${within(window)}値の1秒あたりの変化`,
  histogram_quantile: () => '全体のうち指定した割合が収まる値',
  increase: (window) => `${within(window)}カウンターの増加量`,
  irate: (window) => `${within(window)}最後の2サンプルから見た、カウンターの1秒あたりの増え方`,
  last_over_time: (window) => `${within(window)}最後の値`,
  max_over_time: (window) => `${within(window)}最大値`,
  min_over_time: (window) => `${within(window)}最小値`,
  predict_linear: (window) => `${within(window)}値を直線で延ばした、指定した秒数の後の予測値`,
  present_over_time: (window) => `${within(window)}間にサンプルがあれば1`,
  quantile_over_time: (window) => `${within(window)}サンプルのうち指定した割合が収まる値`,
  rate: (window) => `${within(window)}カウンターの1秒あたりの増え方（平均）`,
  resets: (window) => `${within(window)}カウンターが0に戻った回数`,
  sum_over_time: (window) => `${within(window)}サンプルの合計`,
  time: () => '現在時刻（1970年からの秒数）',
  timestamp: () => '最後のサンプルの時刻（1970年からの秒数）',
  vector: () => 'ラベルのない値',
};
const aggregations: Readonly<Record<string, string>> = {
  avg: '平均',
  bottomk: '小さいもの',
  count: '個数',
  group: '値によらず1つの結果',
  max: '最大値',
  min: '最小値',
  sum: '合計',
  topk: '大きいもの',
};
const comparisons: Readonly<Record<Comparison, (limit: string) => string>> = {
  '==': (limit) => `${limit}に等しい`,
  '!=': (limit) => `${limit}と異なる`,
  '>': (limit) => `${limit}より大きい`,
  '<': (limit) => `${limit}より小さい`,
  '>=': (limit) => `${limit}以上の`,
  '<=': (limit) => `${limit}以下の`,
};
const sets: Readonly<Record<SetOperator, string>> = {
  and: '右側にも結果があるものだけを残す',
  or: '右側の結果も加える',
  unless: '右側に結果があるものを除く',
};

/** Japanese words of new pages. What an author must fill in begins with TODO. */
export const messages: typeof en = {
  series: '読み取る系列',
  offset: 'その時間だけ前の値',
  division: '左側が右側に占める割合',
  function: (name, window) => functions[name]?.(window) ?? `${within(window)}PromQLの関数\`${name}\``,
  aggregation: (name, how, labels) => {
    const what = aggregations[name] ?? `PromQLの集計\`${name}\``;
    if (how === 'all' || labels.length === 0) return `全体の${what}`;
    return how === 'by' ? `${each(labels)}ごとの${what}` : `${each(labels)}をまとめた${what}`;
  },
  comparison: (operator, limit) => `${comparisons[operator](limit)}ものだけを残す`,
  set: (operator, labels) => sets[operator] + (labels.length === 0 ? '' : `（${each(labels)}で突き合わせる）`),
  holds: (wait) => (wait === '0s' ? '結果が出たらすぐに発報する' : '結果がこの時間、途切れずに続いたら発報する'),
  keeps: '結果がなくなってからも、この時間は発報を続ける',
  parts: (severity) => `**${severity === '' ? 'ルール' : `重大度\`${severity}\`のルール`}**の読み方は次のとおりです。`,

  severity: (list) => `重大度は${list}（ルールのラベルから。ここには書かない）`,
  description: 'TODO：このページで何ができるようになるかを1文で書く。',
  impact: 'TODO：利用者に何が起きるかを1行で書く。',
  access: 'TODO',
  symptoms: 'TODO：エラーメッセージや、探すときに使う言葉',
  headings: {meaning: '意味', impact: '影響', check: '確認', fix: '対処', verify: '復旧の確認', escalate: 'エスカレーション'},
  meaning: 'TODO：このアラートが発報したとき何が起きているのかを、2文で書く。',
  know: 'あわせて知っておくこと：',
  why: ['**しきい値の理由：** TODO', '**誤報の可能性：** TODO', '**アラートが消えるとき：** TODO'],
  impactText: 'TODO：動いているもの、動いていないもの、放置するとどうなるかを書く。',
  step: (nth) => `発報の元になった系列を見る${nth}`,
  run: 'ルールの式をPrometheusで実行します。',
  expect: '異常のあるものが1行ずつ、ラベルと値つきで表示されます。TODO：ふだんの値と、悪いときの値を書く。',
  otherwise: '1行も出ない（アラートは消える）',
  moreChecks: 'TODO：考えられる原因を見分ける手順を、可能性の高い順に足す。',
  fix: 'TODO：原因ごとに、changeの手順を元に戻す方法とともに足す。',
  verify: 'TODO：利用者にとって元に戻ったことがわかる確認を足す。アラートは遅れて消えることが多い。',
  escalate: (who) => `15分たっても原因がわからなければ、\`${who}\`を呼び出します。次のときは**すぐに**呼び出します。`,
  atOnce: 'TODO',

  kinds: {
    guideline: {
      description: 'TODO：このガイドラインで何が決まるのかを1文で書く。',
      sections: {
        'in-one-line': ['ひとことで', 'TODO：決まりを1文で書く。'],
        background: ['背景', 'TODO：これがないと何が困るのか、何が起きたのかを書く。'],
        'what-we-do': ['やること', 'TODO：することを、悪い例と良い例をつけて書く。'],
        'how-we-know': ['測り方', 'TODO：うまくいっているかを示す数字か確認方法を書く。'],
        exceptions: ['当てはまらないとき', 'TODO：別のやり方をするのはどんなときか、誰が決めるかを書く。'],
        practise: ['練習', 'TODO：新しく入った人のための小さな練習を書く。'],
        sources: ['出典', 'TODO：もとにした資料を書く。'],
      },
    },
    procedure: {
      description: 'TODO：この手順で何が終わるのかを1文で書く。',
      sections: {
        when: ['いつ行うか', 'TODO：どんなときにこのページを開くのかを書く。'],
        before: ['始める前に', 'TODO：必要な権限と道具、知らせておく相手を書く。'],
        steps: ['手順', 'TODO：1手順に1操作。見えるはずのものと、元に戻す方法も書く。'],
        verify: ['完了の確認', 'TODO：終わったことがわかる確認を書く。'],
      },
    },
    postmortem: {
      description: 'TODO：何が、誰に、どれだけの間起きたのかを1文で書く。',
      sections: {
        summary: ['要約', 'TODO：何が、誰に、どれだけ起き、何で直ったのかを書く。'],
        impact: [
          '影響',
          'TODO：会員数、リクエスト数、エラーバジェットを数字で書く。重大度、復旧までの分数、最初に気づいたのは誰か（alert、team、user）は、フロントマターに書く。',
        ],
        timeline: ['タイムライン', 'TODO：ランブックのタイムラインを書き出して貼る。'],
        causes: ['起きてしまった条件', 'TODO：人ではなく、条件を書く。'],
        'went-well': ['助けになったこと', 'TODO：短く済んだ理由と、運がよかったことを書く。'],
        actions: [
          '対策',
          '### 起きないようにする {/* #prevent */}\n\n| 対策 | 担当（役割） | 期限、またはIssue | 完了 |\n| --- | --- | --- | --- |\n| TODO：どうすれば起きないか | TODO | TODO |  |\n\n### 起きる前に手を打つ {/* #pre-empt */}\n\nTODO：どうすれば影響が出る前に動けるか。同じ表か、「なし。理由は…」を書く。\n\n### 影響を小さくする {/* #limit */}\n\nTODO：どうすれば被害を抑えられるか。同じ表か、「なし。理由は…」を書く。',
        ],
      },
    },
    retro: {
      description: 'TODO：このふりかえりで決めたことを1文で書く。',
      sections: {
        meeting: ['開催の記録', '- 進行役（役割）：TODO\n- 書記（役割）：TODO\n- 人数：TODO\n- 対象の期間：TODO'],
        'last-tries': [
          '前回のTry',
          '| Try | 担当（役割） | 結果：完了・やめる・続ける | わかったこと |\n| --- | --- | --- | --- |\n| TODO | TODO | TODO | TODO |',
        ],
        keep: ['Keep', '- TODO：役に立ったことを、理由とともに書く。'],
        problem: ['Problem', '- TODO：起きたことを、事実として、票の数とともに書く。'],
        try: ['Try', '| Try | 担当（役割） | 最初の一歩 | 確認日 |\n| --- | --- | --- | --- |\n| TODO：3つまで | TODO | TODO | TODO |'],
        closing: ['ふりかえりのふりかえり', '- TODO：名前は書かずに、1人1文。次回は何を変えるか。'],
      },
    },
    decision: {
      description: 'TODO：決めたことを1文で書く。',
      sections: {
        context: ['背景', 'TODO：なぜ決める必要があったのかを書く。'],
        decision: ['決定', 'TODO：決めたことを書く。'],
        consequences: ['結果', 'TODO：楽になること、難しくなることを書く。'],
      },
    },
  },
};
