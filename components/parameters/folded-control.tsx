'use client';
import { ChoiceControl } from './choice-control';
import { ObjectControl } from './object-control';
import type { ControlProps, NamedParameter } from './row';
import { TextControl } from './text-control';

/** The kinds of control that stand in groups which are closed at first: loaded when one of them opens. */
export function FoldedControl({ parameter, ...rest }: ControlProps<NamedParameter>) {
  switch (parameter.kind) {
    case 'boolean':
    case 'choice':
      return <ChoiceControl parameter={parameter} {...rest} />;
    case 'text':
      return <TextControl parameter={parameter} {...rest} />;
    case 'object':
      return <ObjectControl parameter={parameter} {...rest} />;
    default:
      return null;
  }
}
