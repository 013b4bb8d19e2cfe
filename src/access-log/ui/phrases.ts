import type {Language} from '../../catalog/contract.ts';

/** Four sentences weigh less than a file of each language. */
export const phrases: Readonly<
  Record<Language, {readonly sql: string; readonly bigquery: string; readonly origin: (lines: string, refused: string) => string}>
> = {
  en: {
    sql: 'Query (DuckDB, tested)',
    bigquery: 'Query (BigQuery, not run here)',
    origin: (lines, refused) => `From a made-up log: ${lines} lines read, ${refused} that cannot be read.`,
  },
  ja: {
    sql: 'クエリ（DuckDB、テスト済み）',
    bigquery: 'クエリ（BigQuery、ここでは実行していない）',
    origin: (lines, refused) => `架空のログの集計。読めた行は${lines}、読めなかった行は${refused}。`,
  },
};
