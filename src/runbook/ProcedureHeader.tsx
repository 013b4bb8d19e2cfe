import type {ReactNode} from 'react';
import {Trust} from './evidence/Trust.tsx';
import type {Trusted} from './evidence/trust.ts';

/** Above a procedure: whether anybody has followed it as it stands. */
export function ProcedureHeader({facts: {trust, proof}}: {readonly facts: Partial<Trusted>}): ReactNode {
  return (
    <p data-glance data-steps-hash={proof?.steps} data-alert-hash={proof?.alert}>
      <Trust trust={trust ?? {kind: 'never'}} />
    </p>
  );
}
