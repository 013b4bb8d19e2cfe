/** Written by `src/plugins/handbook.ts` at each build. */
declare module '@generated/handbook/default/oncall.json' {
  const facts: import('../facts.ts').OnCallPageFacts;
  export default facts;
}

declare module '@generated/handbook/default/status.json' {
  const facts: import('../facts.ts').StatusPageFacts;
  export default facts;
}
