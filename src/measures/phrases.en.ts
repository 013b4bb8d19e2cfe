/** What is said about a measure besides its own title and unit. */
export const phrases = {
  links: {
    development: {title: 'Development', becomes: 'An idea becomes a release sooner'},
    product: {title: 'Product', becomes: 'Members get what they asked for'},
    business: {title: 'Business', becomes: 'More people lend and borrow'},
    company: {title: 'Company', becomes: 'New teams and services start by themselves'},
  },
  figure: (number: string, unit: string) => (/^[%°]/.test(unit) ? `${number}${unit}` : `${number} ${unit}`),
  target: {
    up: (figure: string) => `at least ${figure}`,
    down: (figure: string) => `at most ${figure}`,
    /** Of a share that cannot be more. */
    all: (figure: string) => `all (${figure})`,
  },
  releases: (count: number) => (count === 1 ? '1 release in 90 days' : `${count} releases in 90 days`),
  chain: 'The growth chain, each link with its measures',
  noMeasure: 'No measure yet: this link is a belief',
  noFigure: 'No figure yet',
  asOf: (day: string) => `as of ${day}`,
  wants: (target: string) => `Target: ${target}`,
  change: {
    better: (before: string) => `Better (before: ${before})`,
    worse: (before: string) => `Worse (before: ${before})`,
    same: (before: string) => `The same (before: ${before})`,
    unknown: 'Nothing to compare with yet',
  },
  reached: 'reached',
  missed: 'not reached',
  empty: 'This register is empty.',
  table: {
    measure: 'Measure',
    latest: 'Latest',
    before: 'Against before',
    target: 'Target',
    basis: 'Rests on',
  },
};
