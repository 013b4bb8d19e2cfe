import type {ReactNode} from 'react';
import type {RegisterFacts} from '../../registers/register-facts.ts';
import {Register} from '../../registers/ui/Register.tsx';

/** Every alert with its runbook, and when that was last used. */
export function AlertCatalog({facts}: {readonly facts: RegisterFacts}): ReactNode {
  return <Register name="alerts" facts={facts} />;
}
