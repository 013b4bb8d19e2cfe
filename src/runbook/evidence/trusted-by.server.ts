import type {Urgency} from '../../catalog/contract.ts';
import type {Catalog} from '../../catalog/model.ts';
import type {Evidence} from './contract.ts';
import {proofOf, type UsablePage} from './pages.server.ts';
import {trustOf, type Trusted} from './trust.ts';

interface Known {
  readonly usable: readonly UsablePage[];
  readonly evidence: readonly Evidence[];
  readonly catalog: Catalog;
}

/** What each page shows of its uses. Undefined for one without a twin in the language in which pages are read: nobody knows what was used. */
export function trustedPages({usable, evidence, catalog}: Known): (slug: string, urgency?: Urgency) => Trusted | undefined {
  const pages = new Map(usable.map((page) => [page.page, page]));
  const uses = Map.groupBy(evidence, ({page}) => page);
  return (slug, urgency) => {
    const page = pages.get(slug);
    if (page === undefined) return undefined;
    const proof = proofOf(page, catalog);
    return {proof, trust: trustOf(uses.get(slug) ?? [], {...proof, urgency})};
  };
}
