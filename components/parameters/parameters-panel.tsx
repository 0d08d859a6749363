'use client';
import { RotateCcw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { RangeField } from '@/components/ui/range-field';
import { TextArea } from '@/components/ui/text-area';
import { setParameter, setSystem } from '@/lib/browser/actions';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { findModel, type Model, type ModelIndex } from '@/lib/core/model';
import { ghostOf } from '@/lib/core/notes';
import type { NumberParameter, Parameter } from '@/lib/core/parameter';
import { PARAMETERS } from '@/lib/core/parameters';
import { buildRequest, samplingOf } from '@/lib/core/request';
import { words } from './words';

/** Where the slider ends when the API sets no limit: the model's own, else a round number. */
const ceilingOf = (parameter: NumberParameter, model: Model | undefined): number =>
  parameter.max ?? model?.maxCompletionTokens ?? model?.contextLength ?? 32_000;

const isSlider = <Row extends Parameter>(parameter: Row): parameter is Row & NumberParameter =>
  (parameter.kind === 'number' || parameter.kind === 'integer') && !parameter.fieldOnly;

const asNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** System prompt and parameters, one row for each entry of the table. */
export function ParametersPanel({ paneId, models }: { paneId: string; models: ModelIndex }) {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const pane = workspace.panes.find(({ id }) => id === paneId) ?? workspace.panes[0];
  if (!pane) return null;
  const model = findModel(models, pane.modelId);
  const sampling = samplingOf(workspace, pane);
  const { notes } = buildRequest(workspace, pane, [], models);
  const anySet = Object.keys(sampling).length > 0;
  return (
    <div className="flex flex-col gap-4">
      <label className="block">
        <span className="text-sm font-medium">{words.system}</span>
        <TextArea
          value={workspace.system}
          onChange={(event) => setSystem(event.target.value)}
          placeholder={words.systemPlaceholder}
          minRows={3}
          maxRows={12}
          className="mt-1 w-full"
        />
        <span className="mt-1 block text-xs text-muted">{words.systemHelp}</span>
      </label>
      {PARAMETERS.filter(isSlider).map((parameter) => {
        const note = notes.find(({ name }) => name === parameter.name);
        return (
          <RangeField
            key={parameter.name}
            label={parameter.label}
            value={asNumber(sampling[parameter.name])}
            defaultValue={asNumber(ghostOf(parameter, model))}
            min={parameter.min}
            max={ceilingOf(parameter, model)}
            step={parameter.step}
            scale={parameter.max === null ? 'log' : 'linear'}
            onChange={(value) => setParameter(parameter.name, value)}
            help={parameter.help}
            note={note?.state === 'dropped' ? words.dropped(parameter.label) : undefined}
            unsetText={words.unset}
          />
        );
      })}
      <Button
        variant="ghost"
        size="dense"
        icon={<RotateCcw size={16} aria-hidden />}
        className="self-start"
        disabled={!anySet}
        onClick={() => {
          for (const { name } of PARAMETERS) setParameter(name, undefined);
        }}
      >
        {words.resetAll}
      </Button>
    </div>
  );
}
