'use client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { setVariable } from '@/lib/browser/actions';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { MAX_VARIABLES, templatesOf, valueOf, variablesIn, whyBlocked } from '@/lib/core/variables';
import { words } from './words-variables';

function VariableField({ name, value }: { name: string; value: string }) {
  return (
    <Field
      label={name}
      aside={
        value === '' ? (
          // The way out for a prompt that is about templates.
          <Button
            variant="ghost"
            size="dense"
            tip={words.writtenTip(name)}
            onClick={() => setVariable(name, `{{${name}}}`)}
          >
            {words.written}
          </Button>
        ) : null
      }
    >
      {(control) => (
        <TextArea
          {...control}
          minRows={1}
          maxRows={4}
          value={value}
          onChange={(event) => setVariable(name, event.target.value)}
          className="w-full"
        />
      )}
    </Field>
  );
}

/** A field for each `{{name}}` of the system prompt and the draft, and the sentence for what is missing. */
export function VariableFields() {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const blocked = whyBlocked(workspace);
  return (
    <fieldset aria-label={words.label} className="mb-2 min-w-0 rounded-panel border border-line bg-surface p-3">
      <div className="grid max-h-48 gap-3 overflow-y-auto p-1 sm:grid-cols-2">
        {variablesIn(...templatesOf(workspace))
          .slice(0, MAX_VARIABLES)
          .map((name) => (
            <VariableField key={name} name={name} value={valueOf(workspace.variables, name)} />
          ))}
      </div>
      {blocked ? <p className="px-1 pt-2 text-xs break-words text-warning">{blocked}</p> : null}
    </fieldset>
  );
}
