import type {State} from './state.ts';

/** One stroke of a shape in a square of 16 by 16. */
interface Stroke {
  readonly d: string;
  readonly drawn: 'filled' | 'hollow' | 'dashed';
}

const circle = (radius: number): string =>
  `M${8 - radius} 8a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;

/** The shape of each state, whoever draws it. Unknown is a dashed ring and never filled. */
export const stateShapes: Readonly<Record<State, readonly Stroke[]>> = {
  ok: [{d: circle(6.2), drawn: 'filled'}],
  degraded: [{d: 'M8 1.4 15 14H1Z', drawn: 'filled'}],
  firing: [{d: 'M8 .6 15.4 8 8 15.4.6 8Z', drawn: 'filled'}],
  down: [{d: 'M2 2h12v12H2Z', drawn: 'filled'}],
  maintenance: [
    {d: circle(6), drawn: 'hollow'},
    {d: 'M8 2a6 6 0 0 1 0 12Z', drawn: 'filled'},
  ],
  unknown: [{d: circle(6), drawn: 'dashed'}],
};
