import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';
import type {Urgency as Asked} from '../catalog/contract.ts';

/** What an alert asks of a person. */
export function Urgency({urgency}: {readonly urgency: Asked}): ReactNode {
  if (urgency === 'page')
    return (
      <Translate id="runbook.urgency.page" description="The alert calls a person at once, at night too">
        wakes somebody
      </Translate>
    );
  if (urgency === 'ticket')
    return (
      <Translate id="runbook.urgency.ticket" description="The alert may wait for the next working day">
        waits for the working day
      </Translate>
    );
  return (
    <Translate id="runbook.urgency.note" description="The alert asks nobody to act">
      for information
    </Translate>
  );
}
