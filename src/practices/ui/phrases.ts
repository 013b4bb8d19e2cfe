import type {Language} from '../../catalog/contract.ts';
import type {Check} from '../facts.ts';

interface Phrases {
  readonly practice: string;
  readonly page: string;
  /** Before the other pages of a practice. */
  readonly alsoOn: string;
  readonly and: string;
  readonly figure: string;
  readonly check: string;
  /** Leads to the worked case of a principle and its question. */
  readonly question: string;
  /** How what holds the figure stands. */
  readonly states: {readonly empty: string; readonly current: string; readonly lapsed: (count: number) => string};
  readonly kinds: Readonly<Record<Check['kind'], string>>;
}

/** A dozen words weigh less than a file of each language. */
export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    practice: 'Practice',
    page: 'Page',
    alsoOn: 'Also on ',
    and: ', ',
    figure: 'Figure in',
    check: 'Fails when it is not kept',
    states: {empty: 'nothing recorded yet', current: 'nothing lapsed', lapsed: (count) => `${count} lapsed`},
    kinds: {rule: 'rule', data: 'shape of the data', test: 'test', case: 'a principle: '},
    question: 'its case and question',
  },
  ja: {
    practice: '実践',
    page: 'ページ',
    alsoOn: 'ほかに：',
    and: '、',
    figure: '数値の場所',
    check: '守られないと失敗するもの',
    states: {empty: '記録がまだない', current: '期限切れなし', lapsed: (count) => `期限切れ${count}件`},
    kinds: {rule: 'ルール', data: 'データの形の検査', test: 'テスト', case: '原則：'},
    question: '事例と問い',
  },
};
