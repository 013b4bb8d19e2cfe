/** The page to begin with when an alert has no runbook, below the site's root. */
export const triage = 'runbooks/start-here';
