import type {Comparison, SetOperator} from './explain.ts';

const within = (window: string): string => (window === '' ? '' : ` within the last ${window}`);
const each = (labels: readonly string[]): string => labels.map((label) => `\`${label}\``).join(', ');

const functions: Readonly<Record<string, (window: string) => string>> = {
  absent: () => '1 when there is no such series at all',
  absent_over_time: (window) => `1 when there was no such series${within(window)}`,
  avg_over_time: (window) => `the average${within(window)}`,
  changes: (window) => `how often the value changed${within(window)}`,
  count_over_time: (window) => `how many samples there are${within(window)}`,
  delta: (window) => `by how much the value changed${within(window)}`,
  deriv: (window) => `how fast the value changes per second${within(window)}`,
  histogram_quantile: () => 'the value that the given share of all observations stays below',
  increase: (window) => `by how much the counter grew${within(window)}`,
  irate: (window) => `how fast the counter grows per second, from its last two samples${within(window)}`,
  last_over_time: (window) => `the last sample${within(window)}`,
  max_over_time: (window) => `the largest value${within(window)}`,
  min_over_time: (window) => `the smallest value${within(window)}`,
  predict_linear: (window) => `where a straight line through the samples${within(window)} will be after the given seconds`,
  present_over_time: (window) => `1 when there was a sample${within(window)}`,
  quantile_over_time: (window) => `the value that the given share of samples stays below${within(window)}`,
  rate: (window) => `how fast the counter grows per second, on average${within(window)}`,
  resets: (window) => `how often the counter started again at zero${within(window)}`,
  sum_over_time: (window) => `the sum of all samples${within(window)}`,
  time: () => 'the present time, in seconds since 1970',
  timestamp: () => 'the time of the last sample, in seconds since 1970',
  vector: () => 'a value without labels',
};
const aggregations: Readonly<Record<string, string>> = {
  avg: 'the average',
  bottomk: 'the smallest',
  count: 'how many there are',
  group: 'one result, whatever the values',
  max: 'the largest',
  min: 'the smallest',
  sum: 'the sum',
  topk: 'the largest',
};
const comparisons: Readonly<Record<Comparison, string>> = {
  '==': 'equal to',
  '!=': 'other than',
  '>': 'above',
  '<': 'below',
  '>=': 'at or above',
  '<=': 'at or below',
};
const sets: Readonly<Record<SetOperator, string>> = {
  and: 'only where the right side has a result as well',
  or: 'or the result of the right side',
  unless: 'but not where the right side has a result',
};

/** English words of new pages. What an author must fill in begins with TODO. */
export const messages = {
  series: 'the series that it reads',
  offset: 'the value of that long ago',
  division: 'the left side as a share of the right side',
  function: (name: string, window: string): string => functions[name]?.(window) ?? `the function \`${name}\` of PromQL${within(window)}`,
  aggregation: (name: string, how: 'by' | 'without' | 'all', labels: readonly string[]): string => {
    const what = aggregations[name] ?? `the aggregation \`${name}\` of PromQL`;
    if (how === 'all' || labels.length === 0) return `${what}, over everything`;
    return how === 'by' ? `${what}, one result for each ${each(labels)}` : `${what}, over all values of ${each(labels)}`;
  },
  comparison: (operator: Comparison, limit: string): string => `keeps what is ${comparisons[operator]} ${limit}`,
  set: (operator: SetOperator, labels: readonly string[]): string =>
    sets[operator] + (labels.length === 0 ? '' : `, compared by ${each(labels)}`),
  holds: (wait: string): string =>
    wait === '0s' ? 'it fires at once, with the first result' : 'the result must be there for this long without a gap',
  keeps: 'it goes on firing for this long after the last result',
  parts: (severity: string): string => `**The rule${severity === '' ? '' : ` with severity \`${severity}\``}**, part by part:`,

  severity: (list: string): string => `Severity ${list}, from the label of its rules. It is not repeated here.`,
  description: 'TODO: say in one sentence what this page brings the reader to.',
  impact: 'TODO: say in one line what users notice.',
  access: 'TODO',
  symptoms: 'TODO: an error message, or words somebody would look for',
  headings: {meaning: 'Meaning', impact: 'Impact', check: 'Check', fix: 'Fix', verify: 'Verify', escalate: 'Escalate'},
  meaning: 'TODO: say in two sentences what is wrong when this alert fires.',
  know: 'What else one must know:',
  why: ['**Why this threshold:** TODO', '**Is it a false alarm?** TODO', '**When it clears:** TODO'],
  impactText: 'TODO: say what still works, what does not, and what happens when nobody does anything.',
  step: (nth: string): string => `See which series make it fire${nth}`,
  run: 'Run the expression of the rule in Prometheus.',
  expect:
    'You should see: one line for each thing that is wrong, with its labels and its value. TODO: say which values are usual and which are bad.',
  otherwise: 'There is no line: the alert clears',
  moreChecks: 'TODO: add the steps that tell the likely causes apart, the likeliest first.',
  fix: 'TODO: add one step of the kind "change" for each cause, each with how to undo it.',
  verify: 'TODO: add the check that shows users that all is well again. The alert itself often follows late.',
  escalate: (who: string): string => `Page \`${who}\` after 15 minutes without a cause, and **at once** when:`,
  atOnce: 'TODO',

  kinds: {
    guideline: {
      description: 'TODO: say in one sentence what this guideline settles.',
      sections: {
        'in-one-line': ['In one line', 'TODO: the rule in one sentence.'],
        background: ['Background', 'TODO: what went wrong, or would, without it.'],
        'what-we-do': ['What we do', 'TODO: the actions, verb first, with a poor and a better example.'],
        'how-we-know': ['How we know', 'TODO: the figure or the check that shows whether it works.'],
        exceptions: ['When it does not fit', 'TODO: when to do otherwise, and who decides.'],
        practise: ['Practise', 'TODO: a small exercise for a newcomer.'],
        sources: ['Sources', 'TODO: where this comes from.'],
      },
    },
    procedure: {
      description: 'TODO: say in one sentence what is done after this procedure.',
      sections: {
        when: ['When', 'TODO: what makes somebody open this page.'],
        before: ['Before you begin', 'TODO: access, tools, who must know.'],
        steps: ['Steps', 'TODO: one action a step, with what should be seen and how to undo it.'],
        verify: ['Verify', 'TODO: how one sees that it is done.'],
      },
    },
    postmortem: {
      description: 'TODO: say in one sentence what broke, for whom and for how long.',
      sections: {
        summary: ['Summary', 'TODO: what broke, for whom, for how long, and what mended it.'],
        impact: [
          'Impact',
          'TODO: in figures: members, requests, error budget. Level, minutes and who noticed first (alert, team, user) stand in the front matter.',
        ],
        timeline: ['Timeline', 'TODO: paste the export of the timeline from the runbook.'],
        causes: ['What made it possible', 'TODO: conditions, not persons.'],
        'went-well': ['What helped', 'TODO: what shortened it, and where we were lucky.'],
        actions: [
          'Actions',
          '### Prevent {/* #prevent */}\n\n| Action | Owner (role) | Until, or the issue | Done |\n| --- | --- | --- | --- |\n| TODO: how does it not arise? | TODO | TODO |  |\n\n### Pre-empt {/* #pre-empt */}\n\nTODO: how do we act before it hurts? The same table, or "Nothing, because".\n\n### Limit {/* #limit */}\n\nTODO: how does it hurt less? The same table, or "Nothing, because".',
        ],
      },
    },
    retro: {
      description: 'TODO: say in one sentence what this retrospective decided.',
      sections: {
        meeting: ['Meeting', '- Facilitator (role): TODO\n- Scribe (role): TODO\n- Number of people: TODO\n- Period we looked at: TODO'],
        'last-tries': [
          'Last Tries',
          '| Try | Owner (role) | Result: done, drop or keep | What we learned |\n| --- | --- | --- | --- |\n| TODO | TODO | TODO | TODO |',
        ],
        keep: ['Keep', '- TODO: what helped, with the reason.'],
        problem: ['Problem', '- TODO: what happened, as a fact, with its votes.'],
        try: [
          'Try',
          '| Try | Owner (role) | First step | Check date |\n| --- | --- | --- | --- |\n| TODO: at most three | TODO | TODO | TODO |',
        ],
        closing: ['Retro on the retro', '- TODO: one sentence each, without names: what do we change next time?'],
      },
    },
    decision: {
      description: 'TODO: say the decision in one sentence.',
      sections: {
        context: ['Context', 'TODO: what made a decision necessary.'],
        decision: ['Decision', 'TODO: what was decided.'],
        consequences: ['Consequences', 'TODO: what becomes easier, what becomes harder.'],
      },
    },
  } satisfies Readonly<Record<string, Outline>>,
};

export interface Outline {
  readonly description: string;
  /** Heading and text of each section, by its id. */
  readonly sections: Readonly<Record<string, readonly [heading: string, text: string]>>;
}
