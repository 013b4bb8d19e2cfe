import type {messages as en} from './messages.en.ts';

/** Why a value is not put into a command. */
export const messages: typeof en = {
  refusals: {
    empty: '値がありません',
    'line-break': '値に改行が含まれています',
    control: '値に制御文字が含まれています',
    invisible: '値に目に見えない文字が含まれています',
    'broken-text': '値に壊れた文字が含まれています',
    'too-long': '値が1,000文字を超えています',
    pattern: '値が決められた形式ではありません',
    'bad-pattern': 'ページに書かれた形式の指定が壊れています',
    ambiguous: 'リンクに異なる値が2つあります',
    'leading-dash': '値が「-」で始まり、オプションとして扱われます',
    operator: '値が演算子として扱われます',
    'not-plain': 'ここに入るのは文字、数字と . _ : / - だけです',
    backslash: '環境によって扱いが違うバックスラッシュが含まれています',
    backtick: '文字列を終わらせるバッククォートが含まれています',
    quote: '文字列を終わらせる引用符が含まれています',
    dots: '「.」と「..」では別のアドレスになります',
    never: 'この場所には値を入れません',
  },
};
