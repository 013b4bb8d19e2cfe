import {upstreamSays} from './hostile-answers.ts';

export const markup = '"><img src=x onerror=pwned()>';
/** Turns the text around, and hides some of it; and what is left of that. */
export const bidi = '\u202Egnihton si siht\u2066\u200B\u2069.';
export const seenOfBidi = '\uFFFDgnihton si siht\uFFFD\uFFFD\uFFFD.';
/** What no reader is to hear of. */
export const internalHost = 'prometheus-0.internal.reiji.example';
export const internalAddress = '10.66.66.66';
export const unlisted = 'UNLISTED-LABEL';

/** Annotations that look like links. */
export const badLinks: Readonly<Record<string, string>> = {
  script: 'javascript:pwned()',
  script_in_capitals: 'JaVaScRiPt:pwned()//https://share.reiji.example/',
  script_with_a_tab: 'java\tscript:pwned()',
  data: 'data:text/html,<script>pwned()</script>',
  any_scheme: '//share.reiji.example/pwned',
  plain_http: 'http://share.reiji.example/pwned',
  capitals: 'HTTPS://SHARE.REIJI.EXAMPLE/pwned',
  credentials: 'https://admin:pwned@share.reiji.example/',
  user_that_looks_like_a_host: 'https://share.reiji.example@evil.example/pwned',
  other_host: 'https://evil.example/pwned',
  longer_host: 'https://share.reiji.example.evil.example/pwned',
  host_without_the_dot: 'https://evilreiji.example/pwned',
  the_domain_itself: 'https://reiji.example/pwned',
  host_in_the_fragment: 'https://evil.example#.reiji.example/pwned',
  backslash: 'https://evil.example\\.reiji.example/pwned',
  three_slashes: 'https:///evil.example/pwned',
  one_slash: 'https:/evil.example/pwned',
  text_before: ' https://share.reiji.example/pwned',
  text_behind: 'https://share.reiji.example/pwned onclick=pwned()',
  two_lines: 'https://share.reiji.example/\npwned',
  metadata: 'https://169.254.169.254/pwned',
  path_of_ours: '/r/../pwned',
  too_long: `https://share.reiji.example/${'pwned'.repeat(400)}`,
};

/** A rule of somebody who may write rules and nothing else. */
export const hostileRule = {
  alert: 'Hostile',
  expr: 'vector(1)',
  labels: {severity: 'critical', service: 'web-front', namespace: `prod${markup}${bidi}`, owner_of_host: unlisted, instance: internalHost},
  annotations: {
    summary: `Nothing to see here. <img src=x onerror=pwned()>${bidi}`,
    description: upstreamSays,
    dashboard: 'https://grafana.reiji.example/d/1?q="><b>',
    runbook_url: 'javascript:pwned()',
    ...badLinks,
  },
};

/** A series for which a rule of ours fires, with labels of somebody who may expose metrics. */
export const hostileSeries = `probe_success{instance=${JSON.stringify(`javascript:pwned()//${markup}`)},pod_ip="${internalAddress}",credential="${unlisted}"} 0\n`;
