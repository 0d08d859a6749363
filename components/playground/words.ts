/** Every word that the frame shows. */
export const words = {
  name: 'OpenRouter Playground',
  skip: 'Skip to the message field',
  newConversation: 'New conversation',
  parameters: 'Parameters',
  hideParameters: 'Hide parameters',
  showParameters: 'Show parameters',
  request: 'Request',
  requestTip: 'The exact request that Run sends',
  pane: (model: string) => `Pane: ${model}`,
  models: 'Models',
  theme: { label: 'Theme', light: 'Light', dark: 'Dark', system: 'System' },
  catalogueFailed: 'The list of models could not be loaded.',
  retry: 'Try again',
};
