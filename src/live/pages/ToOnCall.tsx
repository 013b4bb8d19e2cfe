import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

/** The way to who is on call. */
export function ToOnCall({className = ''}: {readonly className?: string}): ReactNode {
  return (
    <Link className={className} to="/oncall">
      <Translate id="live.toOnCall" description="Link to the page of what fires and who is on call">
        What is firing now, and whom to call
      </Translate>
    </Link>
  );
}
