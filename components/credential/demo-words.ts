/** What the demo banner says; apart from the dialog's words, which load on demand. */
export const demoWords = {
  text: 'Demo: a built-in simulator answers, not the real models.',
  how: 'To reach them, add a key of yours, or set OPENROUTER_API_KEY and start again.',
  addKey: 'Add a key',
  dismiss: 'Hide for this session',
};
