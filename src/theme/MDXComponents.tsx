import MDXComponents from '@theme-original/MDXComponents';
import {Table} from './Table.tsx';

/** What every page may use without an import. The words of live state and of runbooks are brought by `src/plugins/words.ts` to the pages that use them. */
export default {...MDXComponents, table: Table};
