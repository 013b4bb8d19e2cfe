import type {Remark} from './finding.ts';
import type {Repository} from './repository.ts';

/** What a rule may know besides the tree. */
export interface Circumstances {
  /** The day that the clocks are held against: `as_of` of data/site.yaml where the sample data stands still, else the present. */
  readonly today: Date;
}

/** A rule about more than one file. */
export interface CatalogRule {
  readonly id: string;
  /** Whether it holds a page against its own translations and `data/` only, so that pages which nobody asks about can be left out. */
  readonly isLocal?: boolean;
  /** `repository` has the pages to judge; `whole`, also those that nobody asks about. */
  readonly check: (repository: Repository, circumstances: Circumstances, whole: Repository) => Remark[];
}
