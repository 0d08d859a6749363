/** Every word of the fields for variables. */
export const words = {
  label: 'Variables',
  labelOf: (name: string) => `Variables of ${name}`,
  written: 'As written',
  writtenTip: (name: string) => `Send {{${name}}} as it stands`,
};
