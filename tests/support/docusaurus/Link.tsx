import type {AnchorHTMLAttributes, ReactNode} from 'react';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to?: string;
  /** For the build only, which then does not look where the link leads. */
  readonly 'data-noBrokenLinkCheck'?: boolean;
}

/** A link as the site draws it: an anchor. */
export default function Link({to, children, 'data-noBrokenLinkCheck': _unchecked, ...rest}: Props): ReactNode {
  return (
    <a {...rest} href={to}>
      {children}
    </a>
  );
}
