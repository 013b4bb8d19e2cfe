import type {ReactNode} from 'react';
import type {RegisterFacts} from '../../registers/register-facts.ts';
import {Register} from '../../registers/ui/Register.tsx';

/** Every service with who owns it and what belongs to it; a dash is a gap. */
export function ServiceCatalog({facts}: {readonly facts: RegisterFacts}): ReactNode {
  return <Register name="services" facts={facts} />;
}
