/** Every word that this region shows. */
export const words = {
  title: 'Parameters',
  system: 'System prompt',
  systemPlaceholder: 'How the model should behave…',
  systemHelp: 'Sent before the conversation. Empty, it is not sent.',
  resetAll: 'Reset all',
  dropped: (label: string) => `This model does not take ${label}: the value is kept, but not sent.`,
  unset: (ghost: number | undefined) => (ghost === undefined ? 'default (not sent)' : `default (${ghost})`),
};
