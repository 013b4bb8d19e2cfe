import {sayExpected, sayFound} from '../../catalog/say-issue.ts';
import {Declared, type Fault} from '../contract.ts';

type Reading = {readonly kind: 'declared'; readonly declared: Declared} | {readonly kind: 'mistyped'; readonly faults: readonly Fault[]};

/**
 * Asked before all others, which read only what passes here: `public: "true"` or the kind `Database` would switch off every one of them. Nothing
 * excuses it, for nobody knows what it says.
 */
export const noMistypedSetting = {
  id: 'policy/no-mistyped-setting',
  read: (input: unknown): Reading => {
    const result = Declared.safeParse(input, {reportInput: true});
    if (result.success) return {kind: 'declared', declared: result.data};
    return {kind: 'mistyped', faults: result.error.issues.map((issue) => ({found: sayFound(issue), expected: sayExpected(issue)}))};
  },
} as const;
