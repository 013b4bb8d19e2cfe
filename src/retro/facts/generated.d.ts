/** Written by `src/plugins/handbook.ts` at each build. */
declare module '@generated/handbook/default/board.json' {
  const facts: import('./board-facts.ts').BoardFacts;
  export default facts;
}
