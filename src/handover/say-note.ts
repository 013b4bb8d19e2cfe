import type {Language} from '../catalog/contract.ts';
import type {RegisterName} from '../registers/model.ts';
import {messages} from './messages.ts';
import type {Note} from './note.ts';
import {sayAlert, sayDrill, sayService, sayStore} from './say-owned.ts';

interface Options {
  readonly language: Language;
  /** Address of the handbook in this language, without a slash at its end. */
  readonly site: string;
}

/** A note as Markdown. A part that holds nothing says so, so that nobody wonders whether it was forgotten. */
export function sayNote(note: Note, {language, site}: Options): string {
  const say = messages[language];
  const {owner, today} = note;
  const title = owner.kind === 'group' ? (owner.teams[0]?.title[language] ?? owner.name) : owner.name;
  const own = owner.kind === 'group' ? ofGroup(note, {language, site}) : ofRole(note, language);
  return [
    `# ${say.title(title)}`,
    say.from(today, owner.name),
    say.byHand(`<${site}/guidelines/ownership-handover#handover-note>`),
    bullets(headOf(note, language)),
    ...[...own, ...ofBoth(note, {language, site}), ...pagesOf(note, language)].map(
      ({title: heading, items, from, count = items.length}) => {
        const isUnrecorded = from !== undefined && note.unrecorded.has(from);
        return `## ${say.head(heading, count)}\n\n${items.length > 0 ? bullets(items) : isUnrecorded ? say.unrecorded : say.none}`;
      },
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

interface Part {
  readonly title: string;
  readonly items: readonly string[];
  /** The register whose entries they are, where it is one alone. */
  readonly from?: RegisterName;
  /** Of what the items hold, where one holds many. */
  readonly count?: number;
}

function headOf({owner: {name, kind, teams}, seat}: Note, language: Language): string[] {
  const say = messages[language];
  const [team] = teams;
  if (kind === 'group') return [say.team(name, team?.channel), say.roles(say.list((team?.members ?? []).map((role) => code(`@${role}`))))];
  return [say.role(name, say.list(teams.map(({title}) => title[language]))), ...(seat === undefined ? [] : [say.seat(seat[language])])];
}

function ofGroup({services, alerts}: Note, {language, site}: Options): Part[] {
  const say = messages[language];
  return [
    {title: say.services, items: services.map((service) => sayService(service, language))},
    {title: say.alerts, items: alerts.map((alert) => sayAlert(alert, {language, site}))},
  ];
}

function ofRole({operates}: Note, language: Language): Part[] {
  const say = messages[language];
  const items = operates.map(({service: {name, title}, others}) =>
    say.item(say.aside(`**${title[language]}**`, code(name)), others.length === 0 ? say.alone : say.also(say.list(others))),
  );
  return [{title: say.operates, items, from: 'operators'}];
}

function ofBoth({calledBy, stores, drillsDue, tries, spofs, exceptions, versions, others}: Note, {language, site}: Options): Part[] {
  const say = messages[language];
  return [
    {title: say.calledBy, items: calledBy.map(({slug, escalate_to: called = ''}) => say.aside(`<${site}/${slug}>`, code(called)))},
    {title: say.stores, from: 'stores', items: stores.map((store) => sayStore(store, {language, site}))},
    {
      title: say.drillsDue,
      from: 'stores',
      items: drillsDue.map(({title, state}) => say.item(`**${title[language]}**`, sayDrill(state, language))),
    },
    {
      title: say.tries,
      from: 'tries',
      items: tries.map(({id, owner = '', check, text, first_step: first}) =>
        say.item(say.aside(code(id), say.list([code(owner), say.check(check)])), `${text}${say.firstStep(first)}`),
      ),
    },
    {
      title: say.spofs,
      from: 'spof',
      items: spofs.map(({id, what, accept_until: until, fix_by: by = ''}) =>
        say.item(code(id), `${what[language]}${until === undefined ? say.fixBy(by) : say.acceptUntil(until)}`),
      ),
    },
    {
      title: say.exceptions,
      from: 'exceptions',
      items: exceptions.map(({id, what, expires}) => say.item(code(id), `${what[language]}${say.expires(expires)}`)),
    },
    {
      title: say.versions,
      from: 'versions',
      items: versions.map(({version: {component, product, cycle, plan}, state}) => {
        const end = 'eol' in state && state.kind !== 'supported' ? say.support[state.kind](state.eol, state.daysLeft) : say.support.unknown;
        return say.item(code(component), say.list([`${product} ${cycle}`, `${end}${plan[language]}`]));
      }),
    },
    {
      title: say.others,
      items: others.map(({register, ids}) => say.item(code(`data/registers/${register}.yaml`), say.list(ids))),
      count: others.reduce((sum, {ids}) => sum + ids.length, 0),
    },
  ];
}

/** One item for each folder: whoever takes over many pages looks for the folder first. A role owns no page. */
function pagesOf({owner: {kind}, pages}: Note, language: Language): Part[] {
  if (kind === 'role') return [];
  const say = messages[language];
  const folders = Map.groupBy(pages, ({slug}) => slug.replace(/\/?[^/]*$/, ''));
  const items = [...folders].map(([folder, own]) => {
    const names = own.map(({slug, status}) => {
      const name = slug.slice(folder === '' ? 0 : folder.length + 1);
      return status === 'draft' ? say.aside(name, say.draft) : name;
    });
    return say.item(folder === '' ? say.home : say.aside(code(`${folder}/`), String(own.length)), say.list(names));
  });
  return [{title: say.pages, items, count: pages.length}];
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
