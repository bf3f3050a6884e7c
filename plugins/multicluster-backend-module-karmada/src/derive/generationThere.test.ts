import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { AggregatedItem } from '../native/BindingNative';
import { generationThere } from './generationThere';

const template = (kind: string, group = 'apps') =>
  ({ group, kind, generation: 7 } as WorkloadFact);
const deployment = template('Deployment');
const cronJob = template('CronJob', 'batch');
const item = (more: Partial<AggregatedItem>): AggregatedItem => ({
  c: 'm1',
  ok: 1,
  st: 1,
  ...more,
});

describe('generationThere', () => {
  it.each`
    there        | what                                     | workload      | reports                              | more
    ${7}         | ${'what was sent last'}                  | ${deployment} | ${item({ g: 7, r: 2, u: 2 })}        | ${{}}
    ${5}         | ${'what was sent before it was held'}    | ${deployment} | ${item({ g: 5, r: 2, u: 2 })}        | ${{ held: true }}
    ${6}         | ${'what is on its way behind a rollout'} | ${deployment} | ${item({ g: 6, r: 3, u: 1 })}        | ${{}}
    ${undefined} | ${'nothing that was sent runs yet'}      | ${deployment} | ${item({ g: 7, r: 2 })}              | ${{}}
    ${undefined} | ${'refused'}                             | ${deployment} | ${item({ ok: undefined, msg: 'x' })} | ${{}}
    ${undefined} | ${'never reported'}                      | ${deployment} | ${undefined}                         | ${{}}
    ${undefined} | ${'the template is not known'}           | ${undefined}  | ${item({ g: 7 })}                    | ${{}}
    ${7}         | ${'a kind without a generation'}         | ${cronJob}    | ${item({})}                          | ${{}}
    ${undefined} | ${'the same under a hold'}               | ${cronJob}    | ${item({})}                          | ${{ held: true }}
    ${undefined} | ${'the same on its way out'}             | ${cronJob}    | ${item({})}                          | ${{ lifecycle: 'evicting' }}
    ${undefined} | ${'the same that no policy moves'}       | ${cronJob}    | ${item({})}                          | ${{ frozen: true }}
  `('knows $there: $what', ({ there, workload, reports, more }) => {
    const { frozen = false, held = false, lifecycle = 'desired' } = more;
    const target = { cluster: 'm1', item: reports, lifecycle };
    const context = { workload, frozen, isHeld: () => held };
    expect(generationThere(target, context)).toBe(there);
  });
});
