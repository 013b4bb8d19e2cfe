import {describe, expect, it} from 'vitest';
import {messages} from '../../../src/runbook/commands/messages.ts';
import {never} from '../../../src/runbook/commands/never.ts';
import {isCommand, markPlaces} from '../../../src/runbook/commands/mark-places.ts';

const params = ['X', 'Y'];
const contexts = (source: string, lang = 'bash'): string[] =>
  markPlaces(source, {lang, params}).places.map(({context, why, from, to}) => `${why ?? context} ${source.slice(from, to)}`);

describe('markPlaces in shell fences', () => {
  it.each([
    ['kubectl -n "$X" get pod "${Y}"', ['word "$X"', 'word "${Y}"']],
    ['kubectl get events --field-selector "involvedObject.name=$X"', ['double $X']],
    ['kubectl set resources --limits="memory=$X"', ['double $X']],
    ['curl -sS "https://x.example/$X" | jq .', ['double $X']],
    ['curl -d "name=$X" https://x.example', ['double $X']],
    ['rec "$X.log" "$X-$Y" a"$X"', ['double-first $X', 'double-first $X', 'double-first $Y', 'double $X']],
    ['sudo systemctl restart "$X"', ['word "$X"']],
    ['sudo -n -u root env A=b timeout 5 df -h "$X"', ['word "$X"']],
    ['kubectl exec "$X" -- df -h "$Y"', ['word "$X"', 'word "$Y"']],
    ['docker exec -it "$X" df -h "$Y"', ['word "$X"', 'word "$Y"']],
    ['kubectl get pod "$X" -o name | xargs kubectl delete', ['word "$X"']],
    ['kubectl logs "$X" | grep -c -F "$Y"', ['word "$X"', 'word "$Y"']],
    ['if [ "$X" = a ] && ls "$Y"; then true; fi', ['word "$X"', 'word "$Y"']],
    ['for i in "$X"; do ls "$i" "a$i"; done', ['word "$X"']],
    ['f() { ls "$X"; }; f', ['word "$X"']],
    ['echo "a $(kubectl get "$X") b"', ['word "$X"']],
    ['P=$(kubectl -n "$X" get pod -o name)', ['word "$X"']],
    ['cat <<EOF\nname: $X\nEOF', ['heredoc $X']],
    ['kubectl apply -f - <<EOF\nname: $X\nEOF', ['heredoc $X']],
    ['echo "$X" | base64', ['word "$X"']],
    ['cat "$X" > saved.log', ['word "$X"']],
    ['sort < "$X"', ['word "$X"']],
    ['find "$X" -type f -name "$Y" -print', ['word "$X"', 'word "$Y"']],
    ['jq --arg name "$X" \'.[$name]\' file', ['word "$X"']],
    ['psql -h "$X" -c "select 1"', ['word "$X"']],
    ['printf "%s\\n" "$X"', ['word "$X"']],
    ['# a plain comment\nls "$X"', ['word "$X"']],
  ])('fills %j', (source, expected) => {
    expect(contexts(source)).toEqual(expected);
  });

  it.each([
    ["echo '$X'", 'single-quotes'],
    ["echo $'$X'", 'single-quotes'],
    ["cat <<'EOF'\n$X\nEOF", 'single-quotes'],
    ['echo `ls "$X"`', 'backticks'],
    ['ls $X', 'unquoted'],
    ['ls "a"$X', 'unquoted'],
    ['ls $(echo "$X")', 'unquoted'],
    ['ls "${Z:-$X}"', 'expansion'],
    ['ls "${X:-a}"', 'expansion'],
    ['ls "${#X}"', 'expansion'],
    ['ls $"$X"', 'expansion'],
    ['ls "$(( $X + 1 ))"', 'arithmetic'],
    ['(( $X > 1 ))', 'arithmetic'],
    ['for ((i = $X; i < 3; i++)); do ls; done', 'arithmetic'],
    ['[[ "$X" -eq 1 ]]', 'arithmetic'],
    ['[ "$X" -eq 1 ]', 'arithmetic'],
    ['test -v "$X"', 'arithmetic'],
    ['"$X" get', 'command-position'],
    ['kubectl "$X"', 'command-position'],
    ['sudo "$X"', 'command-position'],
    ['kubectl exec pod -- "$X"', 'command-position'],
    ['xargs "$X"', 'command-position'],
    ['"$TOOL" "$X"', 'unknown-program'],
    ['sudo --what "$X"', 'unknown-program'],
    ['docker run --what image ls "$X"', 'unknown-program'],
    ['env "A=$X" ls', 'unknown-program'],
    ['ls > "$X"', 'redirect'],
    ['ls >> "log-$X"', 'redirect'],
    ['ls 2>&1 &> "$X"', 'redirect'],
    ['{ ls; } > "$X"', 'redirect'],
    ['PATH="$X" ls', 'assignment'],
    ['Z="$X"', 'assignment'],
    ['Z=$(echo "$X")', 'assignment'],
    ['export Z="$X"', 'shell-builtin'],
    ['export "$X"', 'shell-builtin'],
    ['read "$X"', 'shell-builtin'],
    ['unset "$X"', 'shell-builtin'],
    ['let "$X"', 'shell-builtin'],
    ['eval "$X"', 'evaluated'],
    ['eval "$(kubectl get "$X")"', 'evaluated'],
    ['sh -c "ls $X"', 'evaluated'],
    ['/bin/bash -c "ls" "$X"', 'evaluated'],
    ['sudo -u root bash -c "$X"', 'evaluated'],
    ['kubectl exec pod -- sh -c "ls $X"', 'evaluated'],
    ['kubectl exec pod -- env A=b sh -c "ls $X"', 'evaluated'],
    ['docker exec c sh -c "$X"', 'evaluated'],
    ['aws-vault run prod sh -c "$X"', 'evaluated'],
    ['gcloud compute ssh host -- ls "$X"', 'evaluated'],
    ['gcloud compute ssh host --command "$X"', 'option-decides'],
    ['ssh host "ls $X"', 'evaluated'],
    ['xargs sh -c "$X"', 'evaluated'],
    ['watch "ls $X"', 'evaluated'],
    ['trap "$X" EXIT', 'evaluated'],
    ['. "$X"', 'evaluated'],
    ['bash <(echo "$X")', 'evaluated'],
    ['awk "/$X/"', 'program-text'],
    ['m4 -D "a=$X" f', 'program-text'],
    ['/usr/bin/perl5.36 -e "$X"', 'program-text'],
    ['sed -n "s/$X//p" f', 'program-text'],
    ['python3.11 -c "$X"', 'program-text'],
    ['jq ".[\\"$X\\"]" f', 'program-text'],
    ['psql -c "select $X"', 'program-text'],
    ['kubectl get pod -o "jsonpath=$X"', 'program-text'],
    ['find . -exec sh -c "$X" \\;', 'replaced-again'],
    ['find . -exec ls "$X" {} \\;', 'replaced-again'],
    ['xargs -I{} ls "$X" {}', 'replaced-again'],
    ['find . -type f "$X"', 'find-expression'],
    ['printf "$X"', 'format'],
    ['printf -v "$X" a', 'format'],
    ['printf "%d" "$X"', 'format'],
    ['echo "$X" | sh', 'piped-on'],
    ['kubectl get cm "$X" -o jsonpath={.data.run} | bash', 'piped-on'],
    ['echo "$X" | xargs rm', 'piped-on'],
    ['echo "$X" > >(sh)', 'piped-on'],
    ['sh <<EOF\nls "$X"\nEOF', 'stdin-is-code'],
    ['kubectl exec -i p -- psql <<EOF\nselect $X\nEOF', 'stdin-is-code'],
    ['bash <<< "$X"', 'stdin-is-code'],
    ['cat <<EOF | sh\nls $X\nEOF', 'piped-on'],
    ['cat <<EOF\n$X\nEOF', 'delimiter'],
    ['cat <<EOF\nE$X\nEOF', 'delimiter'],
    ['cat <<EOF\n$(ls "$X")\nEOF', 'substitution-in-heredoc'],
    ['ls --"$X"', 'option-name'],
    ['ls -l"$X"', 'option-name'],
    ['ls "--$X=a"', 'option-name'],
    ['helm install --post-renderer "$X" a', 'option-decides'],
    ['tar "--to-command=$X" -xf a', 'option-decides'],
    ['git -c "core.pager=$X" log', 'option-decides'],
    ['kubectl --kubeconfig "$X" get pod', 'option-decides'],
    ['curl -o "$X" https://x.example', 'names-a-file'],
    ['curl -d "$X" https://x.example', 'names-a-file'],
    ['ls "$X"*', 'glob'],
    ['ls {"$X",a}', 'glob'],
    ['for i in "$X"; do ls $i; done', 'loop-list'],
    ['for i in "$X"; do echo "$((i + 1))"; done', 'loop-list'],
    ['for path in "$X"; do ls "$path"; done', 'loop-list'],
    ['X=a; ls "$X"', 'set-here'],
    ['read -r X; ls "$X"', 'set-here'],
    ['f() { eval "$1"; }; f "$X"', 'function-argument'],
    ['f() { echo "$X"; }; f | sh', 'function-output'],
    ['# don\'t\nls "$X"', 'quote-in-comment'],
    ['kubectl exec pod ls "$X"', 'no-double-dash'],
    ['sudo -u "$X" ls', 'wrapper-option'],
  ])('does not fill %j: %s', (source, why) => {
    const [place] = markPlaces(source, {lang: 'bash', params}).places;
    expect(place).toMatchObject({name: 'X', context: 'never', why});
    expect(never.en).toHaveProperty(why);
  });

  it('leaves what is not declared alone', () => {
    expect(contexts('awk \'{print $NF}\' "$Z" "$X2"')).toEqual([]);
  });

  it.each([
    ['echo "$X', {line: 1, column: 6, found: 'unterminated double quote', expected: 'a command that bash can parse'}],
    ['ls\ncat <<EOF\n$X', {line: 2, column: 5, found: 'unterminated here-document', expected: 'a command that bash can parse'}],
    ['ls "$X"\nif true; then ls', {line: 2, column: 17, found: "expected 'fi' to close 'if'", expected: 'a command that bash can parse'}],
  ])('tells where %j does not parse, and fills nothing of it', (source, slip) => {
    expect(markPlaces(source, {lang: 'bash', params}).slips).toEqual([slip]);
    expect(contexts(source).every((context) => context.startsWith('does-not-parse'))).toBe(true);
  });
});

describe('markPlaces in other fences', () => {
  it.each([
    ['promql', 'up{a="$X",b=~"p$Y.*"}', ['promql $X', 'promql-regex $Y']],
    ['promql', "up{a='$X',b!~`p$Y`,c=`$X`}", ['promql $X', 'promql-raw-regex $Y', 'promql-raw $X']],
    ['promql', 'up{a="\\$X"}', ['expansion $X']],
    ['promql', 'up{a=~"[$X]"}', ['regex-class $X']],
    ['promql', 'label_replace(up, "a", "$X", "b", "c")', ['outside-string $X']],
    ['promql', 'up{"$X"="a"} # $Y', ['outside-string $X', 'outside-string $Y']],
    ['sql', "select 'a''$X', \"$Y\" from t where b = '$Y' -- plain\n and c = '$X'", ['sql $X', 'outside-string $Y', 'sql $Y', 'sql $X']],
    ['sql', 'select $X /* $Y */ from t', ['outside-string $X', 'outside-string $Y']],
    ['sql', "select E'$X', '$Y'", ['outside-string $X', 'dialects-differ $Y']],
    ['sql', "select $$ it's $X $$, '$Y'", ['outside-string $X', 'dialects-differ $Y']],
    ['sql', "select 1 -- don't\n, '$X'", ['dialects-differ $X']],
    ['sql', "select 1 # it's\n, '$X'", ['dialects-differ $X']],
    ['sql', "select 'a\\', '$X'", ['dialects-differ $X']],
    ['url', 'https://h.example/a/$X?b=${Y}#$X', ['url $X', 'url ${Y}', 'url $X']],
    ['url', '/r/a?b=$X', ['url $X']],
    ['url', 'https://$X/a/$Y', ['url-authority $X', 'url-authority $Y']],
    ['url', '$X://h.example/', ['url-authority $X']],
    ['url', 'https://h.example$X/', ['url-authority $X']],
    ['url', '//$X/a', ['url-authority $X']],
    ['url', 'javascript:a/$X', ['url-authority $X']],
    ['yaml', 'a: "$X"', []],
  ])('%s: %j has %j', (lang, source, expected) => {
    expect(contexts(source, lang)).toEqual(expected);
  });

  it('tells where an expression is none', () => {
    expect(markPlaces('rate(x[$X])', {lang: 'promql', params}).slips).toEqual([
      {line: 1, column: 8, found: '"$X"', expected: 'an expression of PromQL'},
    ]);
  });

  it('knows the languages of commands', () => {
    expect(['bash', 'console', 'SQL', 'promql', 'url', 'text', 'yaml', ''].filter(isCommand)).toEqual([
      'bash',
      'console',
      'SQL',
      'promql',
      'url',
    ]);
  });
});

describe('the reasons', () => {
  it('have words in both languages', () => {
    expect(Object.keys(never.ja)).toEqual(Object.keys(never.en));
    expect(Object.keys(messages.ja.refusals)).toEqual(Object.keys(messages.en.refusals));
  });
});
