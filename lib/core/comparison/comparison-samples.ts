import type { Sent } from '@/lib/core/message';
import { append, EMPTY_CONVERSATION } from '@/lib/core/conversation';
import { indexModels } from '@/lib/core/model';
import { parseUsd } from '@/lib/core/money';
import { aModel, anAnswer, aPane, aQuestion, aWorkspace } from '@/lib/core/samples';
import { type Comparison, comparisonOf } from './comparison';

// Data for tests.

/** What a hostile model might write. */
export const HOSTILE =
  '</pre><script>alert(1)</script><img src=x onerror=alert(2)>\n```\n# ![a](https://evil.test/a.png)\n```';

/** Two panes that answered one question each, the second with hostile text; the settings hold what can be held. */
export function aComparison(): Comparison {
  const panes = [
    aPane({ id: 'one', routing: { order: ['a'] }, fallbacks: ['maker/other'], extra: { custom: [1] } }),
    aPane({ id: 'two', modelId: 'gone/model', system: 'Own </style><b>', sampling: { top_p: 0.5 } }),
  ];
  const workspace = aWorkspace({
    title: 'Which <b>one</b>?',
    panes,
    system: 'Be {{how}}',
    sampling: { temperature: 0 },
  });
  const answer = (id: string, text: string, sent?: Sent) => {
    const plain = anAnswer(id, 'q', text, 2);
    const receipt = {
      ...plain.receipt,
      generationId: 'gen-1',
      servedModel: 'maker/model-20260101',
      provider: 'Some <Provider>',
      usage: { prompt_tokens: 12, completion_tokens: 34, cost: 0.0031 },
      timings: { startedAt: 5, firstContentMs: 420, firstTextMs: 420, totalMs: 1420 },
    };
    return [aQuestion('q', null, 'Hello', 1), { ...plain, receipt, ...(sent && { sent }) }].reduce(
      append,
      EMPTY_CONVERSATION,
    );
  };
  return comparisonOf(
    { ...workspace, variables: { how: 'brief' } },
    { one: answer('a', 'Plain **answer**', { settings: { top_k: 7 }, system: 'Then <i>' }), two: answer('b', HOSTILE) },
    indexModels([aModel(), aModel({ id: 'maker/other', canonicalSlug: 'maker/other' })]),
    () => ({ usd: parseUsd('0.0031'), source: 'billed' }),
    Date.UTC(2026, 0, 2, 3, 4, 5),
  );
}
