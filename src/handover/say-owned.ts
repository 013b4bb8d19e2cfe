import type {Language} from '../catalog/contract.ts';
import {parseRef} from '../catalog/names.ts';
import type {DrillState} from '../registers/drill-states.ts';
import type {Trust} from '../runbook/evidence/trust.ts';
import {messages} from './messages.ts';
import type {Drill, OwnedAlert, OwnedService} from './note.ts';

interface Options {
  readonly language: Language;
  readonly site: string;
}

/** A service with who can operate it and how it went last, as an item with items below. */
export function sayService({service, isRecorded, factor: {able}, last, slos}: OwnedService, language: Language): string {
  const say = messages[language];
  const {name, title, description, level, dependsOn} = service;
  const [one = '', ...more] = able;
  const lines = [
    !isRecorded
      ? say.able.unrecorded
      : able.length === 0
        ? say.able.none
        : more.length === 0
          ? say.able.one(one)
          : say.able.more(say.list(able)),
    ...(last.length === 0
      ? []
      : [say.last(say.list(last.map(({task, at, role, minutes}) => say.done(say.tasks[task], at, role, minutes))))]),
    ...(dependsOn.length === 0 ? [] : [say.standsOn(say.list(dependsOn.map((ref) => parseRef(ref, 'component').name)))]),
    ...(slos.length === 0 ? [] : [say.slos(say.list(slos))]),
  ];
  const head = say.aside(`**${title[language]}**`, say.list([`\`${name}\``, ...(level === undefined ? [] : [say.level(level)])]));
  return [description === undefined ? head : say.item(head, description[language]), ...lines].join('\n  - ');
}

export function sayAlert({alert: {name, urgency}, runbook}: OwnedAlert, {language, site}: Options): string {
  const say = messages[language];
  const what = runbook === undefined ? say.noRunbook : say.list([`<${site}/r/${name}>`, sayTrust(runbook.trust, language)]);
  return say.item(say.aside(`\`${name}\``, say.urgencies[urgency]), what);
}

export function sayStore({store, title}: Drill, {language, site}: Options): string {
  const say = messages[language];
  const {store: name, rto_minutes: rto, rpo_minutes: rpo, procedure, restored_by: role} = store;
  const how = procedure === undefined ? say.noProcedure : `<${site}/${procedure}>`;
  return say.item(say.aside(`**${title[language]}**`, `\`${name}\``), say.list([say.aims(rto, rpo), say.restoredBy(role), how]));
}

export function sayDrill(state: DrillState, language: Language): string {
  const say = messages[language].drill;
  switch (state.kind) {
    case 'never':
      return say.never;
    case 'failed':
      return say.failed(state.at, state.minutes, state.isTooSlow);
    default:
      return say[state.kind](state.at, state.until);
  }
}

function sayTrust(trust: Trust, language: Language): string {
  const say = messages[language].trust;
  return trust.kind === 'never' ? say.never : say[trust.kind](trust.at.slice(0, 10));
}
