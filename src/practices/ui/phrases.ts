import type {Language} from '../../catalog/contract.ts';
import type {Check} from '../facts.ts';

interface Phrases {
  readonly practice: string;
  readonly page: string;
  readonly figure: string;
  readonly check: string;
  readonly kinds: Readonly<Record<Check['kind'], string>>;
}

/** A dozen words weigh less than a file of each language. */
export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    practice: 'Practice',
    page: 'Page',
    figure: 'Figure in',
    check: 'Fails when it is not kept',
    kinds: {rule: 'rule', data: 'shape of the data', test: 'test', case: 'a principle: worked case and question on its page'},
  },
  ja: {
    practice: '実践',
    page: 'ページ',
    figure: '数値の場所',
    check: '守られないと失敗するもの',
    kinds: {rule: 'ルール', data: 'データの形の検査', test: 'テスト', case: '原則。ページに事例と問いがある'},
  },
};
