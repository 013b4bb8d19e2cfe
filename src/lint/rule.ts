import type {Remark} from './finding.ts';
import type {Repository} from './repository.ts';

/** A rule about more than one file. */
export interface CatalogRule {
  readonly id: string;
  readonly check: (repository: Repository) => Remark[];
}
