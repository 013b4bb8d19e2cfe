import type {PrismTheme} from 'prism-react-renderer';

/** Code is ink on paper with three quiet inks more; each comes from `tokens.css`, so one theme serves light and dark. */
export const prism: PrismTheme = {
  plain: {color: 'var(--ink)', backgroundColor: 'transparent'},
  styles: [
    {types: ['comment', 'prolog', 'cdata', 'shebang'], style: {color: 'var(--code-comment)'}},
    {types: ['string', 'attr-value', 'char', 'regex', 'url'], style: {color: 'var(--code-string)'}},
    {types: ['keyword', 'function', 'builtin', 'tag', 'selector', 'atrule', 'key', 'property'], style: {color: 'var(--code-word)'}},
    {types: ['title', 'important', 'bold'], style: {fontWeight: 'bold'}},
  ],
};
