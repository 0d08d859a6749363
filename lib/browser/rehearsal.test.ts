import { describe, expect, it } from 'vitest';
import { aPane } from '@/lib/core/samples';
import { asSent } from './rehearsal';

describe('a pane as its request has it', () => {
  it('asks whom the extra JSON names, as that is merged last', () => {
    const pane = aPane({ modelId: 'a/b', fallbacks: ['c/d'], routing: { zdr: true } });
    expect(asSent(pane)).toEqual(pane);
    const extra = { model: 'x/y', models: ['y/z', 7], provider: { only: ['p'] } };
    expect(asSent({ ...pane, extra })).toMatchObject({ modelId: 'x/y', fallbacks: ['y/z'], routing: { only: ['p'] } });
    expect(asSent({ ...pane, extra: { models: 'odd' } })).toMatchObject({ modelId: 'a/b', fallbacks: ['c/d'] });
  });
});
