/** Made-up requests to Dogu Share: documentation networks, hashes of nobody. The same seed and count give the same lines. */
export function* makeLines({seed, count}: {readonly seed: number; readonly count: number}): Generator<string> {
  const random = mulberry32(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const weighted = routes.flatMap((route) => Array<(typeof routes)[number]>(route.weight).fill(route));
  const members = Array.from({length: 40}, () => hash(random));
  for (let i = 0; i < count; i++) {
    const at = start + Math.floor((i / count) * spanMs) + Math.floor(random() * (spanMs / count));
    const isNew = at >= start + releasedAfterMs;
    const isCrawler = random() < 0.18;
    const isGreedy = !isCrawler && random() < 0.06;
    const {method, route, ms} = isCrawler ? crawled : isGreedy ? searched : pick(weighted);
    // The release holds a connection for too long when it takes a reservation.
    const hurt = isNew && route === '/reservations';
    const took = ms * (0.5 + random() ** 3 * 6) * (hurt ? 3 : 1);
    const failed = random() < (hurt ? 0.22 : 0.006);
    yield JSON.stringify({
      time: new Date(at).toISOString(),
      method,
      route,
      status: failed ? pick([500, 502, 503]) : random() < 0.03 ? 404 : method === 'POST' ? 201 : 200,
      ms: Math.round(took * 10) / 10,
      bytes: Math.floor(400 + random() * 20_000),
      member: isCrawler ? null : isGreedy ? greedy : random() < 0.7 ? pick(members) : null,
      network: isCrawler ? '198.51.100.0/24' : pick(['192.0.2.0/24', '203.0.113.0/24', '2001:db8:7::/48']),
      agent: isCrawler ? pick(crawlers) : pick(browsers),
      release: isNew ? '2026-11-20.2' : '2026-11-20.1',
    });
  }
}

const start = Date.parse('2026-11-20T11:00:00Z');
const spanMs = 4 * 3_600_000;
const releasedAfterMs = 2 * 3_600_000;
const greedy = '5f3a9c0e71d24b86';
const crawled = {method: 'GET', route: '/tools/{id}', ms: 38};
const searched = {method: 'GET', route: '/search', ms: 160};
const routes = [
  {method: 'GET', route: '/tools/{id}', ms: 38, weight: 6},
  {method: 'GET', route: '/search', ms: 110, weight: 5},
  {method: 'POST', route: '/reservations', ms: 90, weight: 4},
  {method: 'GET', route: '/reservations/{id}', ms: 30, weight: 3},
  {method: 'POST', route: '/returns', ms: 70, weight: 1},
] as const;
const crawlers = ['TsubameBot/2.1 (+https://bot.example/)', 'TsubameBot/2.1 (+https://bot.example/)', 'kijispider/0.9'];
const browsers = ['Mozilla/5.0 (X11; Linux x86_64) Example/1.0', 'Mozilla/5.0 (Mobile) Example/2.0'];

/** Lines of a real log that nobody wrote on purpose, and where they stand in the sample. */
export const unreadable: readonly (readonly [before: number, text: string])[] = [
  [60, '{"time":"2026-11-20T11:30:02.114Z","method":"GET","route":"/tools/{id}","stat'],
  [
    140,
    '{"time":"2026-11-20T12:09:40.000Z","method":"GET","route":"/search?q=drill","status":200,"ms":88,"bytes":5120,"member":null,"network":"192.0.2.0/24","agent":"Example/1.0","release":"2026-11-20.1"}',
  ],
  [
    230,
    '{"time":"2026-11-20T12:54:11.870Z","method":"GET","route":"/search","status":"200","ms":91,"bytes":4096,"member":null,"network":"203.0.113.0/24","agent":"Example/1.0","release":"2026-11-20.1"}',
  ],
  [
    310,
    '{"time":"2026-11-20T13:35:00.002Z","method":"GET","route":"/tools/{id}","status":200,"ms":35,"bytes":4096,"member":null,"network":"192.0.2.77","agent":"Example/1.0","release":"2026-11-20.2"}',
  ],
  [400, '<html><head><title>502 Bad Gateway</title></head></html>'],
];

/** The sample of examples/access-log, whole. */
export function makeSample(): string {
  const lines = [...makeLines({seed: 14, count: 480})];
  for (const [before, text] of unreadable.toReversed()) lines.splice(before, 0, text);
  return `${lines.join('\n')}\n`;
}

function hash(random: () => number): string {
  return Array.from({length: 16}, () => Math.floor(random() * 16).toString(16)).join('');
}

/** https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
