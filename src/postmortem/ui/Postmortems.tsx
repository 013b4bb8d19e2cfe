import type {ReactNode} from 'react';
import type {RegisterFacts} from '../../registers/register-facts.ts';
import {Register} from '../../registers/ui/Register.tsx';

/** Every postmortem: who noticed first, how long it hurt, and whether what was agreed on was done. */
export function Postmortems({facts}: {readonly facts: RegisterFacts}): ReactNode {
  return <Register name="postmortems" facts={facts} />;
}
