/** Words of what stands in groups that are closed at first, loaded with it. */
export const foldedWords = {
  defaultChoice: (ghost: string | undefined) => `Default (not sent)${ghost === undefined ? '' : `: ${ghost}`}`,
  on: 'On',
  off: 'Off',
  effortUnknown: (effort: string) => `${effort} (not one of this model’s)`,
  effortMandatory: (effort: string) => `${effort} (this model always reasons)`,
  resetDone: 'Every parameter reset',
  undo: 'Undo',
  resetOne: (label: string) => `${label} reset`,
  example: 'Insert an example',
  extra: {
    label: 'Extra JSON of this pane',
    help: 'A JSON object that is merged into the request last, for whatever has no control here: tools, plugins, fields of tomorrow. What it names wins, “messages” and “stream” too.',
    sent: (keys: string[]) => `Sent as it is: ${keys.join(', ')}.`,
    replaces: (keys: string[]) => `It replaces what the playground builds: ${keys.join(', ')}.`,
    wins: (labels: string[]) => `It wins over the control above: ${labels.join(', ')}.`,
    messages: 'The conversation and the system prompt are then not sent.',
    stream: 'The answer then comes as the upstream sends it, in one piece where “stream” is false.',
  },
};
