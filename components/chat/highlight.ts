import { common, createLowlight } from 'lowlight';

// Loaded on demand (52 KB): with the first finished code block that names a language.

type Root = ReturnType<ReturnType<typeof createLowlight>['highlight']>;
type Node = Root['children'][number];

/** A run of code with the highlight.js class that colours it; null where it has no meaning of its own. */
export interface Token {
  text: string;
  className: string | null;
}

const lowlight = createLowlight(common);

/** Past this length colours are not worth the wait. */
const MAX_LENGTH = 60_000;

/** @returns null for a language that is not known, or code that is too long */
export function highlight(code: string, language: string): Token[] | null {
  if (code.length > MAX_LENGTH || !lowlight.registered(language)) return null;
  const tokens: Token[] = [];
  const walk = (node: Node, className: string | null): void => {
    if (node.type === 'text') tokens.push({ text: node.value, className });
    else if (node.type === 'element') {
      const own = node.properties['className'];
      const name = Array.isArray(own) ? own.join(' ') : className;
      for (const child of node.children) walk(child, name);
    }
  };
  for (const node of lowlight.highlight(language, code).children) walk(node, null);
  return tokens;
}
