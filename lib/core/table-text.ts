const bar = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;

/** A table in Markdown; the first column reads from the left, figures from the right. */
export const toMarkdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [bar(head), bar(head.map((_, at) => (at === 0 ? ':--' : '--:'))), ...rows.map(bar)].join('\n');

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?[\d.]+$/;

function csvCell(cell: string): string {
  const safe = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A table as comma-separated values (RFC 4180). A cell that a spreadsheet would run is kept from it by an apostrophe. */
export const toCsv = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n');
