import {describe, expect, it} from 'vitest';
import * as en from '../../src/live/evidence.en.ts';
import * as ja from '../../src/live/evidence.ja.ts';
import {sayEvidence, sayLatency} from '../../src/live/evidence.ts';

it('is said in both languages', () => {
  expect(Object.keys(ja.checks)).toEqual(Object.keys(en.checks));
  expect(Object.keys(ja.sources)).toEqual(Object.keys(en.sources));
  expect(Object.keys(ja.delays)).toEqual(Object.keys(en.delays));
});

describe('evidence', () => {
  const signal = {source: 'prometheus', check: 'has-series', ok: false, detail: 'no-series: up{job="x"}'};

  it('says a check that failed with its reason in words, and the rest as it is', () => {
    expect(sayEvidence(signal, 'en')).toEqual({
      outcome: 'fails',
      about: undefined,
      claim: 'Prometheus has the series that the rule looks at',
      reason: 'the data behind it are gone',
      detail: 'up{job="x"}',
    });
    expect(sayEvidence(signal, 'ja')).toMatchObject({
      claim: 'Prometheus：ルールが見る系列がある',
      reason: 'もとになるデータが消えています',
    });
  });

  it('says of a roll-up which part a check is about', () => {
    const part = {...signal, check: 'alert:KubePodCrashLooping/has-series'};
    expect(sayEvidence(part, 'en')).toMatchObject({about: 'alert:KubePodCrashLooping', outcome: 'fails'});
    const whole = {source: 'prometheus', check: 'answers', ok: true, detail: '12 of 12'};
    expect(sayEvidence(whole, 'en')).toMatchObject({about: undefined, outcome: 'holds', detail: '12 of 12'});
  });

  it('says what is counted and what went wrong in the language of the page, and leaves names and expressions alone', () => {
    const detail = (text: string, ok = true): string | undefined =>
      sayEvidence({source: 'prometheus', check: 'answers', ok, detail: text}, 'ja').detail;
    expect(detail('3 of 4')).toBe('4件中3件');
    expect(detail('unreachable: connection refused', false)).toBe('接続を拒否された');
    expect(detail('no-series: up{job="3 of 4"}', false)).toBe('up{job="3 of 4"}');
    expect(sayEvidence({source: 'prometheus', check: 'answers', ok: true, detail: '3 of 4'}, 'en').detail).toBe('3 of 4');
  });

  it('says what is missing where no source would help', () => {
    const missing = {source: 'handbook', check: 'is-watched', ok: false, detail: 'not-configured'};
    expect(sayEvidence(missing, 'en')).toMatchObject({outcome: 'fails', reason: 'nothing watches it', detail: undefined});
    expect(sayEvidence(missing, 'ja')).toMatchObject({reason: '見張るプローブもアラートもありません', detail: undefined});
  });

  it('is a warning when a check fails without a reason', () => {
    expect(sayEvidence({...signal, check: 'as-declared', detail: 'for, labels.severity'}, 'en')).toMatchObject({
      outcome: 'warns',
      reason: undefined,
      detail: 'for, labels.severity',
    });
  });

  it('fails when a probe was not answered: that is what gives the state', () => {
    expect(sayEvidence({source: 'prober', check: 'probe-answers', ok: false, detail: 'refused'}, 'en').outcome).toBe('fails');
  });

  it('keeps a detail of several lines whole', () => {
    expect(sayEvidence({...signal, detail: 'timeout: a\nb'}, 'en')).toMatchObject({detail: 'a\nb'});
  });

  it('shows a check and a source that it does not know as they are', () => {
    expect(sayEvidence({source: 'gatus', check: 'heard', ok: true}, 'en')).toMatchObject({claim: 'gatus heard', outcome: 'holds'});
  });

  it('says of a provider and our probe what each says, in the language of the page', () => {
    const differ = {source: 'statuspage', check: 'agrees', ok: false, detail: 'ok, down'};
    expect(sayEvidence(differ, 'en')).toMatchObject({
      outcome: 'warns',
      claim: 'Their status page agrees with our probe',
      detail: 'its word: OK; our probe: Down',
    });
    expect(sayEvidence(differ, 'ja')).toMatchObject({detail: '自己申告は正常、プローブは停止'});
  });

  it('says the word of a provider in the language of the page', () => {
    expect(sayEvidence({source: 'statuspage', check: 'says', ok: true, detail: 'degraded'}, 'ja')).toMatchObject({detail: '低下'});
  });
});

describe('latency', () => {
  it('is the sum of its parts, and what the rule itself waits stands apart', () => {
    const detail = 'scrape=15 evaluation=15 asking=5 delivery=1 for=300';
    expect(sayLatency(detail, 'en')).toBe(
      'up to 36 s late: scrape 15 + evaluation 15 + asking 5 + delivery 1; the rule itself waits 5 min',
    );
    expect(sayLatency(detail, 'ja')).toBe('最大36秒遅れます（スクレイプ15＋評価15＋問い合わせ5＋配信1）。ルール自体がさらに5分待ちます。');
    expect(sayLatency('asking=5 delivery=0.5', 'en')).toBe('up to 6 s late: asking 5 + delivery 0.5');
  });
});
