/** Short programs for code blocks; all but the request of curl take a text apart and count its words. */
export const PROGRAMS: Readonly<Record<string, string>> = {
  python: `from collections import Counter


def most_common(text: str, limit: int = 5) -> list[tuple[str, int]]:
    """Return the words that appear most often."""
    words = (word.strip(".,!?").lower() for word in text.split())
    return Counter(word for word in words if word).most_common(limit)


if __name__ == "__main__":
    for word, count in most_common("one fish two fish red fish"):
        print(f"{word:>8}  {count}")`,
  typescript: `export function mostCommon(text: string, limit = 5): [word: string, count: number][] {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\\p{L}+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, limit);
}

console.table(mostCommon("one fish two fish red fish"));`,
  javascript: `function mostCommon(text, limit = 5) {
  const counts = {};
  for (const word of text.toLowerCase().split(/\\W+/).filter(Boolean)) {
    counts[word] = (counts[word] ?? 0) + 1; // start at zero
  }
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit);
}

console.log(mostCommon("one fish two fish red fish"));`,
  curl: `curl https://openrouter.ai/api/v1/chat/completions \\
  -H "Authorization: Bearer $OPENROUTER_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{ "model": "openai/gpt-5-mini", "messages": [{ "role": "user", "content": "Hello" }] }'`,
  rust: `use std::collections::HashMap;

fn most_common(text: &str, limit: usize) -> Vec<(String, usize)> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    let mut pairs: Vec<_> = counts.into_iter().collect();
    pairs.sort_by(|a, b| b.1.cmp(&a.1));
    pairs.truncate(limit);
    pairs
}

fn main() {
    println!("{:?}", most_common("one fish two fish red fish", 5));
}`,
  go: `package main

import (
	"fmt"
	"sort"
	"strings"
)

func mostCommon(text string, limit int) []string {
	counts := map[string]int{}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		counts[word]++
	}
	words := make([]string, 0, len(counts))
	for word := range counts {
		words = append(words, word)
	}
	sort.Slice(words, func(i, j int) bool { return counts[words[i]] > counts[words[j]] })
	return words[:min(limit, len(words))]
}

func main() {
	fmt.Println(mostCommon("one fish two fish red fish", 5))
}`,
  sql: `SELECT word, COUNT(*) AS uses
FROM words
WHERE length(word) > 2
GROUP BY word
ORDER BY uses DESC
LIMIT 5; -- the limit`,
  bash: `#!/usr/bin/env bash
set -euo pipefail

limit=\${1:-5}
tr -cs '[:alpha:]' '\\n' | tr '[:upper:]' '[:lower:]' \\
  | sort | uniq -c | sort -rn | head -n "$limit"`,
  html: `<section class="words">
  <h2>Most common words</h2>
  <ol>
    <li data-count="3">fish</li>
    <li data-count="1">one</li>
  </ol>
</section>
<style>
  .words li::after { content: " × " attr(data-count); color: gray; }
</style>`,
  java: `import java.util.*;
import java.util.stream.*;

class MostCommon {
  static List<String> mostCommon(String text, int limit) {
    Map<String, Long> counts = Arrays.stream(text.toLowerCase().split("\\\\W+"))
        .collect(Collectors.groupingBy(w -> w, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(limit).map(Map.Entry::getKey).toList();
  }
}`,
};
