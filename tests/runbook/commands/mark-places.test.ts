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
    ['kubectl get events --field-selector "involvedObject.name=$X"', ['strict $X']],
    ['kubectl set resources deploy/a --limits="memory=$X"', ['strict $X']],
    ['kubectl patch pvc "$X" --type merge -p "spec: {storage: $Y}"', ['word "$X"', 'strict $Y']],
    ['kubectl patch pvc a -p "{\\"a\\": \\"$X\\"}"', ['strict $X']],
    ['kubectl get --raw "/api/v1/namespaces/$X/pods" | head -c 300', ['url $X']],
    ['kubectl delete pod "$X" "$X-$Y" deploy/"$X"', ['word "$X"', 'double-first $X', 'double-first $Y', 'double $X']],
    ['kubectl exec "$X" -- df -h "$Y"', ['word "$X"', 'word "$Y"']],
    ['kubectl logs -n"$X" -f "$Y"', ['double $X', 'word "$Y"']],
    ['kubectl logs "$X" | grep -c -F -- "$Y"', ['word "$X"', 'word "$Y"']],
    ['kubectl -n "$X" get deploy -o yaml | sed s/a/b/ | sort', ['word "$X"']],
    ['kubectl exec "$X" -- cat "$Y" | gzip > saved.gz', ['word "$X"', 'word "$Y"']],
    ['kubectl annotate pod a b=c; kubectl -n "$X" get pods', ['word "$X"']],
    ['echo "a $(kubectl get pod "$X") b"', ['word "$X"']],
    ['curl -g --proto \'=http,https\' -sSL -o /dev/null --url "$X"', ['word "$X"']],
    ['curl -sS "https://x.example/$X?y=$Y" | jq .', ['url $X', 'url $Y']],
    ['curl -H "X-Name: $X" https://x.example/', ['double $X']],
    ['dig +short @1.1.1.1 "$X"', ['strict $X']],
    ['sudo -n systemctl restart "$X" && journalctl -u "$X"', ['strict $X', 'strict $X']],
    ['sudo -i df -h "$X"', ['strict $X']],
    ['sudo -u root timeout 5 df -h "$X"', ['word "$X"']],
    ['time nohup docker logs --tail 100 "$X"', ['word "$X"']],
    ['psql -h "$X" -d "$Y" -c "select 1"', ['strict $X', 'strict $Y']],
    ['redis-cli -h "$X" GET "$Y"', ['strict $X', 'word "$Y"']],
    ['openssl s_client -connect "$X:443" -servername "$X" </dev/null | openssl x509 -noout -enddate', ['strict $X', 'strict $X']],
    ['amtool silence add --comment "$X" "alertname=$Y"', ['word "$X"', 'strict $Y']],
    ['find "$X" -type f -name "*.log" -print', ['word "$X"']],
    ['grep -F -e "$X" -- "$Y"', ['word "$X"', 'word "$Y"']],
    ['gzip -t "$X"; ls -lh "$X" 2>/dev/null >&2', ['word "$X"', 'word "$X"']],
    ['if [ "$X" = a ] && test -f "$Y"; then ls "$Y"; fi', ['word "$X"', 'word "$Y"', 'word "$Y"']],
    ['for i in a b; do kubectl -n "$X" get pod "$i"; done', ['word "$X"']],
    ['set -euo pipefail\ncd /srv\nwhile ! kubectl get pod "$X"; do sleep 1; done', ['word "$X"']],
    ['cat <<EOF\nname: $X\nEOF', ['strict $X']],
    ['echo "$X" | base64', ['echo $X']],
    ['printf "%s: %s\\n" "$X" "$Y"', ['word "$X"', 'word "$Y"']],
    ['# a plain comment, with dots.\nls "$X"', ['word "$X"']],
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
    ['ls "$X" $Z', 'splits'],
    ['ls "${Z:-$X}"', 'expansion'],
    ['ls "${X:-a}"', 'expansion'],
    ['ls $"$X"', 'expansion'],
    ['ls ~"$X"', 'expansion'],
    ['ls "${Z:-a}" "$X"', 'syntax'],
    ['ls -"$X"', 'unknown-option'],
    ['ls "-$X"', 'unknown-option'],
    ['ls "$(( $X + 1 ))"', 'arithmetic'],
    ['(( $X > 1 ))', 'arithmetic'],
    ['for ((i = $X; i < 3; i++)); do ls; done', 'arithmetic'],
    ['[[ "$X" -eq 1 ]]', 'arithmetic'],
    ['[ "$X" -eq 1 ]', 'arithmetic'],
    ['[ -n "$X" -a "$Y" = prod ]', 'arithmetic'],
    ['test -v "$X"', 'arithmetic'],
    ['"$X" get', 'unknown-program'],
    ['kubectl "$X"', 'command-position'],
    ['kubectl delete "$X"', 'command-position'],
    ['sudo "$X"', 'unknown-program'],
    ['kubectl exec pod -- "$X"', 'command-position'],
    ['ls > "$X"', 'redirect'],
    ['{ ls; } > "$X"', 'redirect'],
    ['sort < "$X"', 'redirect'],
    ['PATH="$X" ls', 'assignment'],
    ['Z="$X"', 'assignment'],
    ['a=("$X")', 'syntax'],
    ['awk "/$X/"', 'unknown-program'],
    ['kubectl exec pod -- sh -c "ls $X"', 'unknown-program'],
    ['sudo sh -c "ls $X"', 'unknown-program'],
    ['ssh host "ls $X"', 'unknown-program'],
    ['export Z="$X"', 'unknown-program'],
    ['/tmp/kubectl get pod "$X"', 'unknown-program'],
    ['watch ls "$X"', 'unknown-program'],
    ['sudo -i\nls "$X"', 'unknown-program'],
    ['toString "$X"', 'unknown-program'],
    ['kubectl constructor "$X"', 'unknown-option'],
    ['kubectl apply -f "$X"', 'unknown-option'],
    ['kubectl --kubeconfig "$X" get pod', 'unknown-option'],
    ['kubectl set image deploy/a "a=$X"', 'unknown-option'],
    ['sudo --what ls "$X"', 'unknown-option'],
    ['redis-cli EVAL "$X" 0', 'unknown-option'],
    ['docker run "$X"', 'unknown-option'],
    ['find "$X" -exec sh -c "rm {}" \\;', 'unknown-option'],
    ['ls --"$X"', 'unknown-option'],
    ['ls -l"$X"', 'unknown-option'],
    ['kubectl get "--$X=a"', 'unknown-option'],
    ['dig "+$X"', 'unknown-option'],
    ['kubectl get pod -o "jsonpath=$X"', 'option-decides'],
    ['psql -c "select \'$X\'"', 'option-decides'],
    ['sudo -u "$X" ls', 'option-decides'],
    ['find /var -name "$X"', 'option-decides'],
    ['promtool query instant http://p "up{a=\\"$X\\"}"', 'option-decides'],
    ['grep "$X" file', 'missing-option'],
    ['grep -F "$X" file', 'missing-option'],
    ['gzip "$X"', 'missing-option'],
    ['curl "https://$X/a"', 'url-authority'],
    ['curl "https://h.example$X/a"', 'url-authority'],
    ['curl -H "$X" https://h.example/', 'names-a-file'],
    ['curl -o saved "https://h.example/$X"', 'names-a-file'],
    ['printf "$X"', 'format'],
    ['printf "%b" "$X"', 'format'],
    ['printf -v "$X" a', 'format'],
    ['ls "$X"*', 'glob'],
    ['ls {"$X",a}', 'splits'],
    ['for i in "$X"; do ls "$i"; done', 'loop-list'],
    ['X=a; ls "$X"', 'set-here'],
    ['f() { ls "$X"; }; f', 'in-function'],
    ['kubectl exec pod ls "$X"', 'no-double-dash'],
    ['cat <<EOF\n$X\nEOF', 'delimiter'],
    ['cat <<EOF\nE$X\nEOF', 'delimiter'],
    ['cat <<EOF\n$(ls "$X")\nEOF', 'substitution-in-heredoc'],
    ['kubectl apply -f - <<EOF\na: $X\nEOF', 'stdin-is-code'],
    ['sh <<EOF\nls "$X"\nEOF', 'stdin-is-code'],
    ['bash <<< "$X"', 'unknown-program'],
    ['cat <<< "$X"', 'stdin-is-code'],
    ['echo "$X" | kubectl apply -f -', 'piped-on'],
    ['echo "$X" | { cat; }', 'piped-on'],
    ['echo "$X" |& cat', 'piped-on'],
    ['ls "$(echo "$X")"', 'piped-on'],
    ['systemctl restart "$(cat "$X")"', 'piped-on'],
    ['ls "$X" | sh', 'piped-on'],
    ['diff <(cat "$X") a', 'piped-on'],
  ])('does not fill %j: %s', (source, why) => {
    const [place] = markPlaces(source, {lang: 'bash', params}).places;
    expect(place).toMatchObject({name: 'X', context: 'never', why});
    expect(never.en).toHaveProperty(why);
  });

  // Each of these ran a value, or gave it to a tool as something else than data, in a real shell.
  it.each([
    ['curl -sS -L --url "$X"', 'missing-option'],
    ['curl --proto \'=http,https\' --url "$X"', 'missing-option'],
    ['echo "$X" | xargs kubectl delete pod', 'piped-on'],
    ['kubectl get pod "$X" -o name | xargs kubectl delete', 'piped-on'],
    ['xargs kubectl delete pod <<< "$X"', 'unknown-program'],
    ['kubectl delete pod $(basename "$X")', 'unknown-program'],
    ['kubectl delete pod $(kubectl get pod "$X" -o name)', 'splits'],
    ['N=$(kubectl get pod "$X")\nkubectl delete pod $N', 'assignment'],
    ['for p in $(kubectl get pod "$X"); do kubectl delete pod "$p"; done', 'loop-list'],
    ['eval "$(kubectl get "$X")"', 'unknown-program'],
    ['echo "FOO=$X" > env', 'written'],
    ['printf "%s\\n" "$X" >&3', 'written'],
    ['cat > env <<EOF\nFOO=$X\nEOF', 'written'],
    ['cat <<EOF | tee -a run\nls $X\nEOF', 'piped-on'],
    ['printf "%s" "$X" | cat > run', 'written'],
    ['coproc cat\necho "$X"', 'syntax'],
    ['mkfifo p\necho "$X"', 'unknown-program'],
    ['echo "Paging!now\nService $X is down"', 'history'],
    ['echo "!x"\nls "$X"', 'history'],
    ['echo \'one\n!x\'\nls "$X"', 'history'],
    ['echo "\n^a^b"\nls "$X"', 'history'],
    ['cat > >(tee log) <<EOF\nnote $X\nEOF', 'written'],
    ['cat &> /dev/null <<EOF\nnote $X\nEOF', 'syntax'],
    ['diff <(kubectl get a) - <<EOF\nnote $X\nEOF', 'stdin-is-code'],
    ['cat <<EOF |& tee log\nnote $X\nEOF', 'piped-on'],
    ...Array.from('\'"`<>$(){}[]|&;\\!', (sign) => [`# a ${sign} b\nkubectl get pod "$X"`, 'comment']),
    ['# the pod that doesn\'t start\nls "$X"', 'comment'],
    ["echo $'it\\'s'\nkubectl get pod \"$X\"", 'syntax'],
    ['cat <<EOF\na\\\nb $X\nEOF', 'syntax'],
    ['alias q=\'eval\'\nq ls "$X"', 'unknown-program'],
    ['alias kubectl=eval\nkubectl get pod "$X"', 'unknown-program'],
    ['curl -sSK "$X"', 'unknown-option'],
    ['curl -sSd "@$X" https://h.example/', 'unknown-option'],
    ['curl -fsSLo "$X" https://h.example/', 'names-a-file'],
    ['curl -F"file=@$X" https://h.example/', 'unknown-option'],
    ['git config core.pager "$X"', 'unknown-option'],
    ['tar -I "$X" -cf a b', 'unknown-program'],
    ['echo -e "a $X"', 'unknown-option'],
    ['kubectl get "$X"\r\n', 'syntax'],
    ['ls "\t$X"', 'syntax'],
    ['cat <<-EOF\n\tl $X\n\tEOF', 'syntax'],
    ['kubectl get pod \u00a0"$X"', 'syntax'],
  ])('does not fill what was attacked, %j: %s', (source, why) => {
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
    ['sql', "select 'a$X', \"$Y\" from t where b = '$Y' -- plain\n and c = '$X'", ['sql $X', 'outside-string $Y', 'sql $Y', 'sql $X']],
    ['sql', "select 'a''$X', '$Y'", ['evaluated $X', 'sql $Y']],
    ['sql', 'select \'{"a": "$X"}\'', ['evaluated $X']],
    ['sql', "copy t from program 'cat $X'", ['evaluated $X']],
    ['sql', "prepare s from 'select $X'", ['evaluated $X']],
    ['sql', "alter system set a = '$X'", ['evaluated $X']],
    ['sql', "select dblink_exec('a', '$X')", ['evaluated $X']],
    ['sql', "exec xp_cmdshell '$X'", ['evaluated $X']],
    ['sql', "select query_to_xml('$X', true, true, '')", ['evaluated $X']],
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
