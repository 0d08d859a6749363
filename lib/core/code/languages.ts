import type { JsonObject } from '@/lib/core/json';
import { aiSdk } from './ai-sdk';
import { curl } from './curl';
import type { ExportTarget } from './export-target';
import { fetchCode } from './fetch';
import { python } from './python';
import { typescript } from './typescript';

export interface CodeLanguage {
  id: 'curl' | 'python' | 'typescript' | 'ai-sdk' | 'fetch';
  label: string;
  /** The name a highlighter knows it by. */
  highlight: string;
  /** The command that installs what it needs; null where nothing is needed. */
  install: string | null;
  /** A file's name and the command that runs it. */
  file: string;
  run: string;
  write: (body: JsonObject, target: ExportTarget) => string;
}

/** Every way in which a request is shown as code; each sends exactly the body, but for the choice of `stream`. */
export const CODE_LANGUAGES: readonly CodeLanguage[] = [
  { id: 'curl', label: 'cURL', highlight: 'bash', install: null, file: 'chat.sh', run: 'bash chat.sh', write: curl },
  {
    id: 'python',
    label: 'Python',
    highlight: 'python',
    install: 'pip install openai',
    file: 'chat.py',
    run: 'python3 chat.py',
    write: python,
  },
  {
    id: 'typescript',
    label: 'TypeScript',
    highlight: 'typescript',
    install: 'npm install openai tsx',
    file: 'chat.mts',
    run: 'npx tsx chat.mts',
    write: typescript,
  },
  {
    id: 'ai-sdk',
    label: 'AI SDK',
    highlight: 'typescript',
    install: 'npm install ai @ai-sdk/openai zod tsx',
    file: 'chat.mts',
    run: 'npx tsx chat.mts',
    write: aiSdk,
  },
  {
    id: 'fetch',
    label: 'fetch',
    highlight: 'javascript',
    install: null,
    file: 'chat.mjs',
    run: 'node chat.mjs',
    write: fetchCode,
  },
];
