import type {Language, Urgency} from '../catalog/contract.ts';
import type {Catalog} from '../catalog/model.ts';
import type {RegisterFacts} from '../registers/register-facts.ts';
import type {Dated} from '../registers/standing.ts';
import type {RunbookFacts} from '../runbook/facts.ts';
import {addDays} from '../registers/days.ts';
import {day} from '../runbook/evidence/messages.ts';
import type {Trust} from '../runbook/evidence/trust.ts';

interface Runbook extends Pick<RunbookFacts, 'slug' | 'title' | 'alerts' | 'owner'> {
  /** What its uses say; undefined where nobody can know. */
  readonly trust?: Trust | undefined;
}

interface Sources {
  readonly catalog: Pick<Catalog, 'alerts'>;
  readonly runbooks: readonly Runbook[];
  readonly asOf: string | undefined;
}

/** A row for each alert of `data/alerts`, what wakes somebody first. An alert without a runbook stands as never: nobody can have used one. */
export function alertCatalog({catalog, runbooks, asOf}: Sources, language: Language): RegisterFacts {
  const title = titles[language];
  const alerts = [...catalog.alerts.values()].toSorted((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency));
  return {
    asOf,
    columns: [
      {id: 'alert', kind: 'name', title: title.alert},
      {id: 'severity', kind: 'text', title: title.severity},
      {id: 'runbook', kind: 'name', title: title.runbook},
      {id: 'owner', kind: 'text', title: title.owner},
      {id: 'used', kind: 'day', title: title.used},
    ],
    rows: alerts.map(({name, urgency, severities}) => {
      const runbook = runbooks.find((candidate) => candidate.alerts.some((alert) => alert.name === name));
      const trust = runbook?.trust;
      return {
        id: name,
        ...standing(trust),
        cells: {
          alert: name,
          severity: `${severities.join(' / ')}${language === 'ja' ? `（${asks.ja[urgency]}）` : ` (${asks.en[urgency]})`}`,
          runbook: runbook === undefined ? '–' : {text: runbook.title, to: `/${runbook.slug}`},
          owner: runbook?.owner.name ?? '–',
          used: trust === undefined || trust.kind === 'never' ? '–' : day(trust.at),
        },
      };
    }),
  };
}

const order: readonly Urgency[] = ['page', 'ticket', 'note'];

const asks: Readonly<Record<Language, Readonly<Record<Urgency, string>>>> = {
  en: {page: 'wakes somebody', ticket: 'waits for the working day', note: 'for information'},
  ja: {page: '呼び出し', ticket: '営業日に対応', note: '参考情報'},
};

const titles: Readonly<Record<Language, Readonly<Record<'alert' | 'severity' | 'runbook' | 'owner' | 'used', string>>>> = {
  en: {alert: 'Alert', severity: 'Severity', runbook: 'Runbook', owner: 'Owner', used: 'Last used'},
  ja: {alert: 'アラート', severity: '重大度', runbook: 'ランブック', owner: '持ち主', used: '最後に使った日'},
};

/** A proof turns stale by its day. What worked otherwise than written, or was changed since, asks for the next use. */
function standing(trust: Trust | undefined): Dated {
  if (trust === undefined || trust.kind === 'never') return {status: 'never'};
  if (trust.kind === 'failed') return {status: 'failed'};
  if (trust.kind === 'proven' || trust.kind === 'stale') return {status: 'fresh', due: addDays(day(trust.at), trust.staleAfterDays)};
  return {status: 'warning'};
}
