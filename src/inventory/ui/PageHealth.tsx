import type {ReactNode} from 'react';
import type {RegisterFacts} from '../../registers/register-facts.ts';
import {Register} from '../../registers/ui/Register.tsx';

/** Every page with its owner, its status, and whether its translation keeps up. */
export function PageHealth({facts}: {readonly facts: RegisterFacts}): ReactNode {
  return <Register name="pages" facts={facts} />;
}
