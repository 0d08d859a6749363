/** The words of this region that the first load shows: the composer, and a conversation without messages. */
export const words = {
  composer: {
    label: 'Message',
    labelOf: (name: string) => `Message to ${name}`,
    placeholder: 'Message…',
    placeholderOf: (name: string) => `Message to ${name} only…`,
    nobody: 'Every pane has a prompt of its own',
    run: 'Run',
    runAll: 'Run all',
    runSome: (count: number, of: number) => `Run ${count} of ${of}`,
    someTip: 'The other panes have a prompt of their own',
    stop: 'Stop',
    stopAll: 'Stop all',
    stopSome: (count: number, of: number) => `Stop ${count} of ${of}`,
    sending: 'Sending…',
    hints: ['Enter sends', ',\u00a0Shift+Enter breaks the line'],
    empty: 'Type a message first',
  },
  announced: { started: 'Answer started', done: 'Answer finished', stopped: 'Answer stopped', failed: 'Answer failed' },
  jump: 'Jump to latest',
  transcript: 'Conversation',
  empty: {
    title: 'Try a model before you write code.',
    text: 'Ask something, see what it answers, how fast and for how much.',
    compare: 'Compare two models',
    prompts: [
      { title: 'Which is larger?', prompt: 'Which is larger, 9.9 or 9.11? Explain in two sentences.' },
      { title: 'Compare in a table', prompt: 'Compare temperature, top_p and top_k in a table with one example each.' },
      {
        title: 'Write a function',
        prompt: 'Write a TypeScript function that retries a fetch with exponential backoff.',
      },
      { title: 'Extract as JSON', prompt: 'Return the person in “John is 30 and lives in NYC” as JSON.' },
    ],
  },
};
