import type {Provider, Query} from '../catalog/live-contract.ts';

/**
 * What a provider of each kind answers, in the shape that its public documentation gives.
 * https://www.atlassian.com/software/statuspage
 * https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow
 */
export function providerAnswer(provider: Provider, {isDown, now}: {readonly isDown: boolean; readonly now: Date}): unknown {
  const at = now.toISOString();
  switch (provider.kind) {
    case 'statuspage':
      return {
        page: {id: 'demo', name: provider.title.en, url: 'https://status.example', updated_at: at},
        status: isDown ? {indicator: 'critical', description: 'Major outage'} : {indicator: 'none', description: 'All systems operational'},
        components: [
          {id: 'c1', name: provider.component ?? 'API', status: isDown ? 'major_outage' : 'operational', group_id: null, updated_at: at},
        ],
        incidents: [],
        scheduled_maintenances: [],
      };
    case 'github-actions': {
      const run = {id: 1, status: 'completed', conclusion: isDown ? 'failure' : 'success', updated_at: at};
      return {total_count: 1, workflow_runs: [{...run, head_repository: {full_name: provider.repository}}]};
    }
    case 'json':
    default: {
      const wanted = isDown ? ['down', 'degraded'] : ['ok'];
      const word = Object.entries(provider.words).find(([, meaning]) => wanted.includes(meaning))?.[0] ?? 'no word of the list';
      return document({[provider.value]: word, ...(provider.at !== undefined && {[provider.at]: at})});
    }
  }
}

/** A figure read from JSON, within its bounds. */
export function figureAnswer({json, degraded, down}: Extract<Query, {json: unknown}>, now: Date): unknown {
  const highest = Math.min(degraded?.above ?? Infinity, down?.above ?? Infinity);
  const lowest = Math.max(degraded?.below ?? -Infinity, down?.below ?? -Infinity);
  const [low, high] = [
    Number.isFinite(lowest) ? lowest : Math.min(0, highest - 1),
    Number.isFinite(highest) ? highest : Math.max(100, lowest + 1),
  ];
  // Slowly up and down, so that one sees that it lives.
  const figure = low + (high - low) * (0.5 + Math.sin(now.getTime() / 60_000) / 4);
  return document({[json.value]: Number(figure.toFixed(2)), ...(json.at !== undefined && {[json.at]: now.toISOString()})});
}

/** A calendar in which the words take turns, each for twelve hours of every day. https://www.rfc-editor.org/rfc/rfc5545 */
export function calendar(words: readonly string[], now: Date): string {
  const day = new Date(now.getTime() - 2 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const shifts = ['000000', '120000'].map((start, n) => [
    'BEGIN:VEVENT',
    `UID:${n}@demo.example`,
    `DTSTAMP:${day}T000000Z`,
    `DTSTART:${day}T${start}Z`,
    'DURATION:PT12H',
    'RRULE:FREQ=DAILY',
    `SUMMARY:${words[n % words.length] ?? 'nobody'}`,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//demo//EN', ...shifts.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

/** A document in which each value stands at its JSON Pointer. An empty pointer is the whole document. https://www.rfc-editor.org/rfc/rfc6901 */
function document(values: Readonly<Record<string, unknown>>): unknown {
  if ('' in values) return values[''];
  const whole: Record<string, unknown> = {};
  for (const [pointer, value] of Object.entries(values)) {
    const keys = pointer
      .split('/')
      .slice(1)
      .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
    let at = whole;
    for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>; // only ever made here
    at[keys.at(-1) ?? ''] = value;
  }
  return whole;
}
