import 'client-only';

/** How the visitor last looked at a request as code. */
export interface CodeChoice {
  language: string;
  streaming: boolean;
}

const KEY = 'openrouter-playground.code';

export function readCodeChoice(): CodeChoice {
  try {
    const { language, streaming } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<CodeChoice>;
    return { language: typeof language === 'string' ? language : 'curl', streaming: streaming !== false };
  } catch {
    return { language: 'curl', streaming: true };
  }
}

export function keepCodeChoice(choice: CodeChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // No storage: then it is chosen anew next time.
  }
}
