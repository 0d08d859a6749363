/** The words of the button that shows a model: part of the first load. */
export const buttonWords = {
  model: 'Model:',
};

export const priceWords = {
  tiered: 'The price depends on the length of the prompt or the time of day',
  label: (input: string, output: string) => `${input} in, ${output} out per 1M tokens`,
  single: { Free: 'free', Varies: 'price varies', Unknown: 'price unknown' } as Record<string, string>,
};
