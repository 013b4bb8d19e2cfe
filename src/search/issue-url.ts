import type {Language} from '../catalog/contract.ts';
import {messages} from './messages.ts';

interface Missing {
  /** The alert, as it was asked for. */
  readonly name: string;
  readonly hasRule: boolean;
  /** Names of the labels that came with it. Values stay out: they may name a customer or a host. */
  readonly labels: readonly string[];
  /** Similar names that were offered instead. */
  readonly near: readonly string[];
}

/** GitHub refuses more than 8,191 bytes; other servers and proxies less. */
const longest = 4000;
const label = /^[a-zA-Z_]\w{0,63}$/;

/**
 * The address that opens a filled-in issue about a missing runbook: as GitHub, Gitea and Forgejo read it, or as GitLab does when the host says
 * that it is one. When it gets too long, labels go first, then what was offered.
 * https://docs.github.com/en/issues/tracking-your-work-with-issues/creating-an-issue#creating-an-issue-from-a-url-query
 * https://docs.gitlab.com/user/project/issues/create_issues/#using-a-url-with-prefilled-values
 */
export function issueUrl(repository: string, missing: Missing, language: Language): string {
  const labels = missing.labels.filter((name) => label.test(name));
  const near = [...missing.near];
  for (;;) {
    const url = address(repository, {...missing, labels, near}, language);
    if (url.length <= longest || labels.length + near.length === 0) return url;
    if (labels.length > 0) labels.pop();
    else near.pop();
  }
}

function address(repository: string, missing: Missing, language: Language): string {
  const home = repository.replace(/(\.git)?\/*$/, '');
  const isGitLab = new URL(home).hostname.split(/[.-]/).includes('gitlab');
  const [title, body] = [messages[language].issueTitle(missing.name), bodyOf(missing, language)];
  // A space is %20: GitLab and Forgejo read a + as they please.
  return isGitLab
    ? `${home}/-/issues/new?issue[title]=${encodeURIComponent(title)}&issue[description]=${encodeURIComponent(body)}`
    : `${home}/issues/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}

function bodyOf({name, hasRule, labels, near}: Missing, language: Language): string {
  const say = messages[language];
  const code = (names: readonly string[]): string => names.map((one) => `\`${one}\``).join(', ');
  return [
    say.issueOpened(name),
    ...(hasRule ? [say.issueRule] : []),
    ...(labels.length > 0 ? [say.issueLabels(code(labels))] : []),
    ...(near.length > 0 ? [say.issueNear(code(near))] : []),
    // Somebody will copy it into a shell.
    ...(/^\w[\w-]*$/.test(name) ? [say.issueWrite(`npm run new -- runbook ${name}`)] : []),
  ].join('\n\n');
}
