import MDXComponents from '@theme-original/MDXComponents';
import ThemeDetails from '@theme/MDXComponents/Details';
import type {ComponentProps, ReactNode} from 'react';
import {Table} from './Table.tsx';

/** What every page may use without an import. The words of live state and of runbooks are brought by `src/plugins/words.ts` to the pages that use them. */
export default {...MDXComponents, table: Table, Details};

/** Docusaurus draws every `details` as its own; that of an undo is plain, as in the incident lane. */
function Details(props: ComponentProps<'details'> & {readonly 'data-undo'?: unknown}): ReactNode {
  return props['data-undo'] === undefined ? <ThemeDetails {...props} /> : <details {...props} />;
}
