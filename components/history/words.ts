const count = (many: number, one: string, more: string): string =>
  `${many.toLocaleString('en-US')} ${many === 1 ? one : more}`;

const size = (bytes: number): string => {
  const steps: [number, string][] = [
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'KB'],
  ];
  const [unit, name] = steps.find(([least]) => bytes >= least) ?? [1, 'bytes'];
  const value = bytes / unit;
  return `${value < 10 && unit > 1 ? value.toFixed(1) : Math.round(value)} ${name}`;
};

/** Every word that the history shows. */
export const words = {
  title: 'History',
  empty: 'Conversations that you have here are kept on this device, and listed here.',
  search: 'Search conversations',
  clear: 'Clear the search',
  searching: 'Searching the texts…',
  found: (many: number) => count(many, 'conversation', 'conversations'),
  notFound: 'No conversation has this in its title or its text.',
  untitled: 'New conversation',
  models: (names: readonly string[]) =>
    names.length > 2 ? `${names[0]} and ${names.length - 1} more` : names.join(', '),
  questions: (many: number) => count(many, 'question', 'questions'),
  nothingAsked: 'Nothing asked yet',
  more: (many: number) => `Show ${count(many, 'older one', 'older ones')}`,
  actions: (title: string) => `Actions for ${title}`,
  rename: 'Rename',
  renameLabel: 'Title of the conversation',
  pin: 'Pin',
  unpin: 'Unpin',
  pinned: 'Pinned',
  save: 'Save as a file',
  remove: 'Delete',
  removed: (title: string) => `“${title}” deleted`,
  undo: 'Undo',
  menu: 'Actions for the history',
  exportAll: 'Export everything',
  exportNote: 'All conversations and presets as one file',
  importAll: 'Import a file',
  imported: (added: number, same: number, unread: number, presets: number) =>
    [
      `${count(added, 'conversation', 'conversations')} imported`,
      presets > 0 ? `${count(presets, 'preset', 'presets')} imported` : '',
      same > 0 ? `${count(same, 'was', 'were')} here already` : '',
      unread > 0 ? `${count(unread, 'entry', 'entries')} could not be read` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') + '.',
  answering: 'Answering…',
  deleted: 'Recently deleted…',
  deletedNote: (many: number) => count(many, 'conversation or preset', 'conversations and presets'),
  deletedTitle: 'Recently deleted',
  deletedDescription: (days: number) => `Kept on this device for ${days} days, then gone for good.`,
  deletedKinds: { workspaces: 'Conversation', presets: 'Preset' },
  deletedAt: (kind: string, when: string) => `${kind} · ${when}`,
  deletedEmpty: 'Nothing is left here.',
  restore: 'Restore',
  restoreOf: (title: string) => `Restore ${title}`,
  restored: (title: string) => `“${title}” is back`,
  notRestored: 'This could not be read, or does not fit any more, so it stays here.',
  forGood: 'Delete all for good',
  forGoodOf: (title: string) => `Delete ${title} for good`,
  close: 'Close',
  removeAll: 'Delete all',
  removedAll: (many: number) => `${count(many, 'conversation', 'conversations')} deleted`,
  aside: (many: number) =>
    `${count(many, 'entry', 'entries')} could not be read and ${many === 1 ? 'is' : 'are'} set aside.`,
  saveAside: 'Save',
  removeAside: 'Delete',
  use: (used: number, quota: number | null) =>
    quota === null ? `${size(used)} on this device` : `${size(used)} of ${size(quota)} on this device`,
  mayGo: 'The browser may clear it when space runs short.',
  keep: 'Ask to keep',
  kept: 'Kept until you delete it.',
  notGranted: 'The browser did not agree. It may when the playground is used more often, or is a bookmark.',
};
