import type {AnchorHTMLAttributes, ReactNode} from 'react';

/** A link as the site draws it: an anchor. */
export default function Link({to, children, ...rest}: AnchorHTMLAttributes<HTMLAnchorElement> & {readonly to?: string}): ReactNode {
  return (
    <a {...rest} href={to}>
      {children}
    </a>
  );
}
