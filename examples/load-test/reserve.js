// Members look for a tool, open one, and reserve it. Run it against a test environment only:
//   k6 run -e BASE_URL=https://load.share.reiji.example reserve.js
// The share of failures is that of the SLO in data/slos; the rate at the top is the evening peak.
import { check, sleep } from 'k6';
import http from 'k6/http';

export const options = {
  scenarios: {
    evening: {
      executor: 'ramping-arrival-rate',
      startRate: 25,
      timeUnit: '1s',
      preAllocatedVUs: 200,
      maxVUs: 1000,
      stages: [
        { duration: '5m', target: 250 },
        { duration: '20m', target: 250 },
        { duration: '5m', target: 0 },
      ],
    },
  },
  thresholds: {
    http_req_failed: [{ threshold: 'rate<0.001', abortOnFail: true, delayAbortEval: '2m' }],
    'http_req_duration{step:search}': ['p(95)<400'],
    'http_req_duration{step:reserve}': ['p(95)<400'],
    dropped_iterations: ['count<1'],
  },
};

/**
 * Refuses an address that is not a test environment: a load test on the wrong host is an incident.
 * @returns {{ base: string }}
 */
export function setup() {
  const base = __ENV.BASE_URL || '';
  if (!/^https:\/\/load\.[a-z0-9.-]+$/.test(base)) throw new Error(`found BASE_URL "${base}", expected https://load.…`);
  return { base };
}

/** @param {{ base: string }} data */
export default function reserve({ base }) {
  const word = words[Math.floor(Math.random() * words.length)];
  const found = http.get(`${base}/search?q=${word}`, { tags: { step: 'search', name: '/search' } });
  check(found, { 'search answers': ({ status }) => status === 200 });
  sleep(1 + Math.random() * 4);
  if (Math.random() > 0.2) return;
  const tool = 1 + Math.floor(Math.random() * 85000);
  const body = JSON.stringify({ tool, from: '2030-01-10', to: '2030-01-12' });
  const headers = { 'Content-Type': 'application/json' };
  const made = http.post(`${base}/reservations`, body, { headers, tags: { step: 'reserve', name: '/reservations' } });
  check(made, { 'reservation is taken or refused': ({ status }) => status === 201 || status === 409 });
}

const words = ['drill', 'ladder', 'saw', 'tent', 'sander'];
