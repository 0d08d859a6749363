import type { ReactNode } from 'react';
import type { Json } from '@/lib/core/json';
import type { Model } from '@/lib/core/model';
import type { Parameter } from '@/lib/core/parameter';
import type { ParameterName } from '@/lib/core/parameters';

export type NamedParameter = Parameter & { name: ParameterName };

/** What every control of a parameter is given. */
export interface ControlProps<Row extends Parameter = NamedParameter> {
  parameter: Row;
  /** Undefined while it is not set, and then it is not sent. */
  value: Json | undefined;
  model: Model | undefined;
  help: string;
  /** The line below: what becomes of the value, and why. */
  line: ReactNode;
  onChange: (value: Json | undefined) => void;
}
