import type {Text} from '../../src/catalog/shapes.ts';
import type {Reason} from '../../src/live/state.ts';
import {checkRow, writeRow, type Run} from './fault-page.ts';

/** What a page that draws green when Alertmanager holds no such alert shows of the alert that fires, at the end of the fault. */
export type Naive = 'green' | 'red' | 'no answer' | 'its last picture';

/** What our pages must come to say. */
export type Said = 'firing' | 'ok' | `unknown: ${Reason}`;

/** A way in which something breaks, and what must be shown of it. */
export interface Fault {
  readonly section: 'data' | 'rules' | 'prometheus' | 'alertmanager' | 'clock' | 'browser';
  readonly name: Text;
  readonly naive: Naive;
  /** Of the alert that fires. */
  readonly fired: Said;
  /** Of the alerts that are quiet. */
  readonly quiet: Said;
  /** Of an error budget and of figures from the same Prometheus. */
  readonly figures: Said;
}

const right = {fired: 'firing', quiet: 'ok', figures: 'ok'} as const;

function all<S extends Said>(said: S): {fired: S; quiet: S; figures: S} {
  return {fired: said, quiet: said, figures: said};
}

/** Every fault, in the order of the page. */
export const faults = {
  'scrapes-fail': {
    section: 'data',
    name: {en: 'Every scrape fails', ja: 'すべてのスクレイプが失敗する'},
    naive: 'green',
    ...all('unknown: no-series'),
  },
  'slow-exporters-fail': {
    section: 'data',
    name: {
      en: 'Every scrape fails, and the exporters come back slow',
      ja: 'すべてのスクレイプが失敗し、エクスポーターの復帰後も応答が遅い',
    },
    naive: 'green',
    ...all('unknown: no-series'),
  },
  'exporters-vanish': {
    section: 'data',
    name: {en: 'The exporters vanish from the scrape configuration', ja: 'エクスポーターがスクレイプ設定から消える'},
    naive: 'red',
    fired: 'firing',
    quiet: 'unknown: no-series',
    figures: 'unknown: no-series',
  },
  'one-target-lost': {
    section: 'data',
    name: {en: 'One of two targets cannot be scraped', ja: '2つの対象の片方がスクレイプできない'},
    naive: 'red',
    fired: 'firing',
    quiet: 'unknown: partial',
    figures: 'unknown: partial',
  },
  warnings: {
    section: 'data',
    name: {en: 'Prometheus answers with warnings of partial data', ja: 'Prometheusがデータの欠けを警告しながら答える'},
    naive: 'red',
    fired: 'firing',
    quiet: 'unknown: partial',
    figures: 'unknown: partial',
  },
  'rules-removed': {
    section: 'rules',
    name: {en: 'The rule files are removed', ja: 'ルールファイルが外される'},
    naive: 'green',
    fired: 'unknown: rule-missing',
    quiet: 'unknown: rule-missing',
    figures: 'ok',
  },
  'rules-fail': {
    section: 'rules',
    name: {en: 'The rules fail when they are evaluated', ja: 'ルールの評価がエラーになる'},
    naive: 'green',
    fired: 'unknown: rule-unhealthy',
    quiet: 'unknown: rule-unhealthy',
    figures: 'ok',
  },
  'labels-changed': {
    section: 'rules',
    name: {en: 'The rules have other labels than `data/alerts` says', ja: 'ルールのラベルが`data/alerts`と違う'},
    naive: 'red',
    ...right,
  },
  'prometheus-killed': {
    section: 'prometheus',
    name: {en: 'Prometheus is killed', ja: 'Prometheusが強制終了される'},
    naive: 'green',
    ...all('unknown: unreachable'),
  },
  'prometheus-hung': {
    section: 'prometheus',
    name: {en: 'Prometheus hangs', ja: 'Prometheusが固まる'},
    naive: 'green',
    ...all('unknown: timeout'),
  },
  'prometheus-slow': {
    section: 'prometheus',
    name: {en: 'Prometheus takes 3 s for each answer', ja: 'Prometheusの応答に毎回3秒かかる'},
    naive: 'red',
    ...all('unknown: timeout'),
  },
  'prometheus-emptied': {
    section: 'prometheus',
    name: {
      en: 'Prometheus starts again with an empty disk while no scrape succeeds',
      ja: 'スクレイプできない間に、Prometheusが空のディスクで再起動する',
    },
    naive: 'green',
    ...all('unknown: no-series'),
  },
  'prometheus-restarted': {
    section: 'prometheus',
    name: {
      en: 'Prometheus starts again with its old data while no scrape succeeds',
      ja: 'スクレイプできない間に、Prometheusが古いデータのまま再起動する',
    },
    naive: 'red',
    fired: 'firing',
    quiet: 'unknown: no-series',
    figures: 'unknown: no-series',
  },
  'alertmanager-killed': {
    section: 'alertmanager',
    name: {en: 'Alertmanager is killed', ja: 'Alertmanagerが強制終了される'},
    naive: 'no answer',
    fired: 'unknown: unreachable',
    quiet: 'unknown: unreachable',
    figures: 'ok',
  },
  'alertmanager-hung': {
    section: 'alertmanager',
    name: {en: 'Alertmanager hangs', ja: 'Alertmanagerが固まる'},
    naive: 'no answer',
    fired: 'unknown: timeout',
    quiet: 'unknown: timeout',
    figures: 'ok',
  },
  'watchdog-gone': {
    section: 'alertmanager',
    name: {en: 'The `Watchdog` rule is removed', ja: '`Watchdog`のルールが外される'},
    naive: 'red',
    fired: 'firing',
    quiet: 'unknown: watchdog-missing',
    figures: 'ok',
  },
  'watchdog-of-another': {
    section: 'alertmanager',
    name: {en: 'Only the `Watchdog` of another cluster arrives', ja: '届く`Watchdog`が別のクラスターのものだけになる'},
    naive: 'red',
    fired: 'firing',
    quiet: 'unknown: watchdog-missing',
    figures: 'ok',
  },
  'clock-ahead': {
    section: 'clock',
    name: {en: 'The clock of the handbook is 5 minutes ahead', ja: 'ハンドブックの時計が5分進んでいる'},
    naive: 'red',
    ...right,
  },
  'clock-behind': {
    section: 'clock',
    name: {en: 'The clock of the handbook is 5 minutes behind', ja: 'ハンドブックの時計が5分遅れている'},
    naive: 'red',
    ...right,
  },
  'clock-ahead-scrapes-fail': {
    section: 'clock',
    name: {en: 'It is 5 minutes ahead, and every scrape fails', ja: '5分進んだまま、すべてのスクレイプが失敗する'},
    naive: 'green',
    ...all('unknown: no-series'),
  },
  'clock-behind-scrapes-fail': {
    section: 'clock',
    name: {en: 'It is 5 minutes behind, and every scrape fails', ja: '5分遅れたまま、すべてのスクレイプが失敗する'},
    naive: 'green',
    ...all('unknown: no-series'),
  },
  'clock-jumps-ahead': {
    section: 'clock',
    name: {en: 'It is set 10 minutes ahead while Prometheus hangs', ja: 'Prometheusが固まっている間に、10分進められる'},
    naive: 'green',
    ...all('unknown: timeout'),
  },
  'clock-jumps-back': {
    section: 'clock',
    name: {en: 'It is set back 10 minutes while Prometheus hangs', ja: 'Prometheusが固まっている間に、10分戻される'},
    naive: 'green',
    ...all('unknown: timeout'),
  },
  'gateway-killed': {
    section: 'browser',
    name: {en: 'The server of the handbook is killed', ja: 'ハンドブックのサーバーが強制終了される'},
    naive: 'its last picture',
    ...all('unknown: gateway-lost'),
  },
  'tab-frozen': {
    section: 'browser',
    name: {en: 'The laptop sleeps, and wakes up without a server', ja: 'ノートPCがスリープし、目覚めるとサーバーがない'},
    naive: 'its last picture',
    ...all('unknown: gateway-lost'),
  },
} as const satisfies Readonly<Record<string, Fault>>;
export type FaultId = keyof typeof faults;

/** What was measured of one fault. */
export interface Outcome {
  /** Milliseconds from the fault until all was shown as it must be; undefined when it was so throughout. */
  readonly shownMs: number | undefined;
  /** How many times a page or the gateway was looked at. */
  readonly samples: number;
  readonly falseGreens: number;
  /** Milliseconds from the mending until all was right again; undefined when there was nothing to mend. */
  readonly rightMs: number | undefined;
}

/**
 * Holds the pages of the fault table to what a test has just seen: with UPDATE_FAULT_TABLE=1 it writes the figures into both pages, otherwise
 * it checks that both have this fault with the same expectations.
 * @throws when a page says something else.
 */
export async function reportFault(id: FaultId, {outcome, run}: {readonly outcome: Outcome; readonly run: Run}): Promise<void> {
  const fault: Fault = faults[id];
  if (process.env['UPDATE_FAULT_TABLE'] === '1') await writeRow(fault, {outcome, run, all: Object.values(faults)});
  else checkRow(fault);
}
