import type {Planter} from './fault.ts';
import {dataPlanters} from './plant-data.ts';
import {headPlanters} from './plant-head.ts';
import {promqlPlanters} from './plant-promql.ts';
import {prosePlanters} from './plant-prose.ts';
import {registerPlanters} from './plant-registers.ts';
import {japanesePlanters} from './plant-japanese.ts';
import {shellPlanters} from './plant-shell.ts';
import {stepPlanters} from './plant-steps.ts';
import {surfacePlanters} from './plant-surface.ts';
import {translationPlanters} from './plant-translation.ts';

/** Every kind of fault. A rule may have several. */
export const planters: readonly Planter[] = [
  ...headPlanters,
  ...shellPlanters,
  ...promqlPlanters,
  ...stepPlanters,
  ...prosePlanters,
  ...surfacePlanters,
  ...translationPlanters,
  ...dataPlanters,
  ...registerPlanters,
  ...japanesePlanters,
];
