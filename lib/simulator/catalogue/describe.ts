import { gives, type ModelRow, supports, takes } from './model-row';

const list = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

const authorName = (row: ModelRow): string => (row.name.includes(':') ? (row.name.split(':')[0] ?? '') : '');

/** A sentence or two made from the facts of the row: third-party descriptions are not ours to ship. */
export function describeModel(row: ModelRow): string {
  if (row.alias_target) return `Always the newest of its family: at present ${row.alias_target.name}.`;
  if (row.pricing.prompt === '-1')
    return 'A router: it picks a model for each request and bills the price of that model.';
  const inputs = row.architecture.input_modalities.filter((kind) => kind !== 'text');
  const author = authorName(row);
  const kinds = ['image', 'audio'].filter((kind) => gives(row, kind));
  const skills = [
    supports(row, 'tools') && 'calls tools',
    supports(row, 'structured_outputs') && 'keeps to a JSON schema',
    row.reasoning && (row.reasoning.mandatory ? 'always reasons first' : 'can reason first'),
    row.pricing.prompt === '0' && row.pricing.completion === '0' && 'is free of charge',
  ].filter((skill) => typeof skill === 'string');
  const reads = inputs.length > 0 && takes(row, 'text') ? ` It reads ${list(['text', ...inputs])}.` : '';
  const writes = kinds.length > 0 ? ` It answers with ${list(['text', ...kinds])}.` : '';
  // Without Intl, whose start costs more than all the rows together.
  const size = `${String(row.context_length).replace(/\B(?=(\d{3})+$)/g, ',')} tokens of context`;
  return `${author ? `A model by ${author}` : 'A model'} with ${size}.${reads}${writes}${skills.length > 0 ? ` It ${list(skills)}.` : ''}`;
}
