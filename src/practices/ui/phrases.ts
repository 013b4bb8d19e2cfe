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
    kinds: {rule: 'ルール', data: 'データの形の検査', test: 'テスト', case: '原則：'},
    question: '事例と問い',
  },
};
