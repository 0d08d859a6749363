import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWords } from './shell-words';

const words = (text: string): unknown => {
  const read = shellWords(text);
  return 'problem' in read ? read.problem : read.words;
};

describe('shellWords', () => {
  it.each([
    ['curl -d x', ['curl', '-d', 'x']],
    [`a 'b "c" \\ $(d)' e`, ['a', 'b "c" \\ $(d)', 'e']],
    [`a "b 'c' \\" \\\\ \\$x \\n"`, ['a', `b 'c' " \\ $x \\n`]],
    ["it'\\''s", 'A quote is opened and never closed.'],
    ["'it'\\''s'", ["it's"]],
    ["$'a\\n\\t\\x41\\u00e9\\U0001F642\\101\\'\\\\'", ["a\n\tAé🙂A'\\"]],
    ['a \\\n  b \\\r\n c', ['a', 'b', 'c']],
    ['a b\\ c \\"d', ['a', 'b c', '"d']],
    ['a \'\' ""', ['a', '', '']],
    ['"open', 'A quote is opened and never closed.'],
    ['a # comment', ['a']],
    ['a b#c', ['a', 'b#c']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it.each(['cat <<EOF\nx\nEOF', "curl -d @- <<'EOF'"])('refuses %s', (text) => {
    expect(words(text)).toMatch(/here-document/);
  });

  it.each(['a $(b)', 'a "$(b)"', 'a `b`', 'a "`b`"'])('refuses %s', (text) => {
    expect(words(text)).toMatch(/cannot be run/);
  });

  it('keeps variables and names them', () => {
    expect(shellWords('a "x $KEY y" ${B} \'$C\' $')).toEqual({
      words: ['a', 'x $KEY y', '${B}', '$C', '$'],
      variables: ['$KEY', '${B}'],
      rest: null,
    });
  });

  it('ends with the command', () => {
    expect(shellWords('a b | jq .')).toMatchObject({ words: ['a', 'b'], rest: '| jq .' });
    expect(shellWords('\n\na b\nrm c')).toMatchObject({ words: ['a', 'b'], rest: 'rm c' });
  });

  const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;
  if (!hasBash) process.stderr.write('SKIPPED: no bash to compare the reading of quotes with.\n');

  it.skipIf(!hasBash)('reads quotes as bash does', () => {
    const piece = fc.constantFrom("'", '"', '\\', ' ', 'a', 'é', '\n', "$'", '\\n', '\\x41', '\\\n', '{', '=', "\\'");
    const samples = fc.sample(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      400,
    );
    const read = samples
      .map((sample) => ({ sample: `w ${sample}`, read: shellWords(`w ${sample}`) }))
      .flatMap(({ sample, read }) => ('words' in read && read.rest === null ? [{ sample, words: read.words }] : []));
    expect(read.length).toBeGreaterThan(40);
    // One bash for all: each line of words ends with an empty one.
    const script = read.map(({ sample }) => `w() { printf '%s\\0' "$@" END; }\n${sample}\n`).join('\n');
    const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    const said = stdout.split('END\0').slice(0, -1);
    expect(said.map((line) => line.split('\0').slice(0, -1))).toEqual(read.map(({ words: [, ...rest] }) => rest));
  });
});
