import type {ReactNode} from 'react';
import type {RegisterFacts} from '../../registers/register-facts.ts';
import {Register} from '../../registers/ui/Register.tsx';

/** Every word of the handbook, to sort and to filter; each row has an address of its own, to which `<Term>` leads. */
export function Glossary({facts}: {readonly facts: RegisterFacts}): ReactNode {
  return <Register name="glossary" facts={facts} />;
}
