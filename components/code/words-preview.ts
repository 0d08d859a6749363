/** Every word of the request preview. */
export const words = {
  title: 'Request',
  description: 'What Run sends from this pane, byte for byte.',
  noMessage: 'There is no message yet: type one, and it stands here as the last.',
  noDraft: 'Nothing is typed: this is the conversation so far, and Run waits for a message.',
  unfilled: (why: string) => `${why} Run waits for it.`,
  headers: 'Headers',
  headersFailed: 'The headers could not be loaded.',
  simulator: 'the built-in simulator',
  body: 'Body',
  bytes: (count: string) => `${count} bytes`,
  copy: 'Copy the body',
  copied: 'Body copied',
  state: { sent: 'Sent', conflict: 'Conflict' },
  why: {
    built: {
      model: 'The model of this pane.',
      models: 'Fallbacks, tried in this order after the model.',
      messages: 'System prompt, conversation and draft.',
      stream: 'The answer comes in pieces.',
      provider: 'Provider routing of this pane.',
    },
    extra: 'From the extra JSON.',
    replaced: 'The extra JSON replaces what the playground builds.',
    stranger: (slug: string, lists: readonly string[]) =>
      `This model has no provider “${slug}” (${lists.join(', ')}), and it is sent all the same.`,
    wins: (labels: string) => `The extra JSON wins over the control ${labels}.`,
  },
  leftOut: 'Not in the request',
  dropped: 'Dropped',
  overruled: 'Set, but replaced by the extra JSON',
  atDefault: 'At their default',
};
