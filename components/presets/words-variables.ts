/** Every word of the fields for variables. */
export const words = {
  label: 'Variables',
  written: 'As written',
  writtenTip: (name: string) => `Send {{${name}}} as it stands`,
};
