/** Every word of the library of presets. */
export const words = {
  title: 'Presets',
  empty: 'No presets are kept on this device.',
};
