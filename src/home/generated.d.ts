/** Written by `src/plugins/handbook.ts` at each build. */
declare module '@generated/handbook/default/home.json' {
  const facts: import('./facts.ts').HomeFacts;
  export default facts;
}
