import { ACCOMPANIED } from './accompanied';
import { CALLING } from './calling';
import { FAILING } from './failing';
import { REFUSED } from './refused';
import type { BodySituation, Situation } from './situation';
import { THINKING } from './thinking';
import { WHOLE } from './whole';
import { WRITING } from './writing';

/** Every stream that we know of, named. */
export const STREAMS: Situation[] = [...WRITING, ...THINKING, ...CALLING, ...ACCOMPANIED, ...FAILING];

/** Every answer of one JSON body that we know of, named. */
export const BODIES: BodySituation[] = [...WHOLE, ...REFUSED];
