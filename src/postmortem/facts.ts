import type {Language} from '../catalog/contract.ts';
import type {Catalog} from '../catalog/model.ts';
import type {RegisterFacts, RegisterRow} from '../registers/register-facts.ts';
import type {Postmortem} from './read-postmortem.ts';

interface Sources {
  /** By the path of their page. */
  readonly postmortems: ReadonlyMap<string, Postmortem>;
  readonly services: Catalog['services'];
  readonly asOf: string | undefined;
}

/** A row for each postmortem, the latest first. It is open until its actions are done, and overdue after the day of the first that is not. */
export function postmortemFacts({postmortems, services, asOf}: Sources, language: Language): RegisterFacts {
  const {columns, noticed} = words[language];
  return {
    asOf,
    columns: [
      // The title is in the language of those who were there; the other cells are in the page's.
      {id: 'page', kind: 'text', title: columns.page},
      {id: 'date', kind: 'day', title: columns.date},
      {id: 'severity', kind: 'name', title: columns.severity},
      {id: 'services', kind: 'name', title: columns.services},
      {id: 'noticed', kind: 'name', title: columns.noticed},
      {id: 'minutes', kind: 'number', title: columns.minutes},
      {id: 'actions', kind: 'name', title: columns.actions},
      {id: 'due', kind: 'day', title: columns.due},
    ],
    rows: [...postmortems]
      .toSorted(([, a], [, b]) => (a.date < b.date ? 1 : -1))
      .map(([page, {title, lang, date, severity, services: hurt, noticed_by, minutes, actions, done, due}]): RegisterRow => ({
        id: page.replaceAll('/', '-'),
        lang,
        ...(done === actions ? {status: 'done'} : {status: 'open', due}),
        cells: {
          page: {text: title, to: `/${page}`},
          date,
          severity,
          services: hurt.map((name) => services.get(name)?.title[language] ?? name).join(language === 'ja' ? '、' : ', '),
          noticed: noticed[noticed_by],
          minutes,
          actions: `${done}/${actions}`,
          due,
        },
      })),
  };
}

interface Words {
  readonly columns: Readonly<Record<'page' | 'date' | 'severity' | 'services' | 'noticed' | 'minutes' | 'actions' | 'due', string>>;
  readonly noticed: Readonly<Record<Postmortem['noticed_by'], string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    columns: {
      page: 'Postmortem',
      date: 'Day',
      severity: 'Level',
      services: 'Services',
      noticed: 'Noticed first by',
      minutes: 'Minutes until restored',
      actions: 'Actions done',
      due: 'Next action by',
    },
    noticed: {alert: 'an alert', team: 'one of us', user: 'a user'},
  },
  ja: {
    columns: {
      page: 'ポストモーテム',
      date: '発生日',
      severity: '重大度',
      services: 'サービス',
      noticed: '最初に気づいたのは',
      minutes: '復旧までの分数',
      actions: '完了したアクション',
      due: '次の期限',
    },
    noticed: {alert: 'アラート', team: 'チームの誰か', user: '利用者'},
  },
};
