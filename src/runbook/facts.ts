import type {Language, Urgency} from '../catalog/contract.ts';
import type {Text} from '../catalog/shapes.ts';
import type {Catalog} from '../catalog/model.ts';
import type {Param, RunbookFrontMatter} from '../page/contract.ts';

/** Whom to reach, in one language: a team, or a role within one. */
export interface Contact {
  readonly name: string;
  readonly channel: string | undefined;
}

/** What the first screen of a runbook says, in one language: the page's front matter with what `data/` knows about its alerts. */
export interface RunbookFacts {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly impact: string;
  readonly alerts: readonly {readonly name: string; readonly severities: readonly string[]; readonly urgency: Urgency}[];
  /** The most urgent of its alerts; undefined for a runbook without one. */
  readonly urgency: Urgency | undefined;
  readonly services: readonly {readonly name: string; readonly title: string}[];
  readonly owner: Contact;
  readonly escalateTo: Contact;
  readonly escalateAfterMinutes: number;
  readonly access: readonly string[];
  readonly params: readonly Param[];
  readonly symptoms: readonly string[];
  readonly aliases: readonly string[];
}

const order: readonly Urgency[] = ['page', 'ticket', 'note'];

/** Joins a runbook's front matter with the catalog. Names that the catalog does not know are left out here: lint reports them. */
export function runbookFacts(
  slug: string,
  page: RunbookFrontMatter,
  {catalog, language}: {catalog: Catalog; language: Language},
): RunbookFacts {
  const say = (text: Text): string => text[language];
  const alerts = page.alerts.flatMap((name) => catalog.alerts.get(name) ?? []);
  const services = new Set(alerts.flatMap((alert) => alert.services));
  return {
    slug,
    title: page.title,
    description: page.description,
    impact: page.impact,
    alerts: alerts.map(({name, severities, urgency}) => ({name, severities, urgency})),
    urgency: order.find((urgency) => alerts.some((alert) => alert.urgency === urgency)),
    services: [...services].flatMap((name) => {
      const service = catalog.services.get(name);
      return service === undefined ? [] : [{name, title: say(service.title)}];
    }),
    owner: contact(page.owner, {catalog, language}),
    escalateTo: contact(page.escalate_to, {catalog, language}),
    escalateAfterMinutes: page.escalate_after_minutes,
    access: page.access_needed,
    params: page.params,
    symptoms: page.symptoms,
    aliases: page.aliases,
  };
}

/** `lending` is a team; `@sre-primary` is a role, reached through the channel of the team that it belongs to. */
export function contact(who: string, {catalog, language}: {catalog: Catalog; language: Language}): Contact {
  const role = who.startsWith('@') ? who.slice(1) : undefined;
  const team =
    role === undefined ? catalog.teams.get(who) : [...catalog.teams.values()].find((candidate) => candidate.members.includes(role));
  return {name: role === undefined ? (team?.title[language] ?? who) : who, channel: team?.channel};
}
