'use client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { setVariable } from '@/lib/browser/actions';
import { cn } from '@/components/ui/cn';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { askedBy } from '@/lib/core/own-prompt';
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

/**
 * A field for each `{{name}}` of the system prompt and the draft, and the sentence for what is missing. That stands
 * above them: the composer grows upwards, so nothing below the sentence moves when it goes.
 * @param pane whose own composer they belong to; null for the common one
 */
export function VariableFields({ pane }: { pane: { id: string; name: string } | null }) {
  const whole = useWorkspaceStore((state) => state.workspace);
  const workspace = { ...whole, panes: askedBy(whole, pane?.id ?? null) };
  const blocked = whyBlocked(workspace);
  return (
    <fieldset
      aria-label={pane ? words.labelOf(pane.name) : words.label}
      className="mb-2 flex min-h-15 min-w-0 flex-col rounded-panel border border-line bg-surface p-3"
    >
      {blocked ? <p className="px-1 pb-1 text-xs break-words text-warning">{blocked}</p> : null}
      <div className={cn('grid max-h-48 min-h-0 gap-3 overflow-y-auto p-1', pane === null && 'sm:grid-cols-2')}>
        {variablesIn(...templatesOf(workspace))
          .slice(0, MAX_VARIABLES)
          .map((name) => (
            <VariableField key={name} name={name} value={valueOf(workspace.variables, name)} />
          ))}
      </div>
    </fieldset>
  );
}
