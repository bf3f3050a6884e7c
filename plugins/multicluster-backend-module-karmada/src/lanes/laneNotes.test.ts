import { binding } from '../__fixtures__/objects';
import { laneNotes } from './laneNotes';
import { toLaneBinding } from './toLaneBinding';

type Json = Record<string, any>;
const closed = { open: false };

/** A binding of a Job or a Deployment as a lane reads it. */
function lane(spec: Json, annotations: Json = {}) {
  const raw = binding(spec, {}) as Json;
  raw.metadata.annotations = { ...raw.metadata.annotations, ...annotations };
  return toLaneBinding(raw)!;
}

const job = {
  resource: {
    apiVersion: 'batch/v1',
    kind: 'Job',
    namespace: 'a',
    name: 'migrate',
  },
  clusters: [{ name: 'm2', replicas: 1 }],
};
const applied = { conditions: [{ type: 'Applied', status: 'True' }] };

function codes(...args: Parameters<typeof laneNotes>): string[] {
  return laneNotes(...args).map(({ code }) => code);
}

describe('laneNotes', () => {
  it.each<[string, Json | undefined, Json, string[]]>([
    [
      'ran before and is new here',
      { status: { succeeded: 1 } },
      {},
      ['lane.note.jobs'],
    ],
    ['never ran', { status: {} }, {}, []],
    ['cannot be read', undefined, {}, []],
    ['was already sent here', { status: { succeeded: 1 } }, applied, []],
  ])('of a job that %s', (_, template, status, said) => {
    const rendered = { binding: lane(job), cluster: 'm2', work: { status } };

    expect(codes([{ ...rendered, template }], closed)).toEqual(said);
  });

  it('names what left an evicted cluster before its parent did', () => {
    const parent = lane(
      {
        propagateDeps: true,
        clusters: [{ name: 'm2', replicas: 1 }],
        gracefulEvictionTasks: [{ fromCluster: 'm1', purgeMode: 'Gracefully' }],
      },
      {
        'resourcebinding.karmada.io/dependencies': JSON.stringify([
          { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'a', name: 'conf' },
        ]),
      },
    );
    const [note, ...others] = laneNotes(
      [{ binding: parent, cluster: 'm2', work: {} }],
      closed,
    );

    expect(others).toEqual([]);
    expect(note.code).toBe('lane.note.dependencies');
    expect(note.text).toContain('left m1 at once');
    expect(note.text).toContain('ConfigMap conf');
  });

  it('says that a cluster may join, where the placement names none', () => {
    expect(codes([], { open: true })).toEqual(['lane.note.newCluster']);
  });

  it('says where overrides change what is sent', () => {
    const metadata = {
      annotations: {
        'policy.karmada.io/applied-overrides': '[{"policyName":"registry"}]',
      },
    };
    const work = { metadata, status: applied };
    const web = lane({ clusters: [{ name: 'm1', replicas: 1 }] });

    expect(
      laneNotes([{ binding: web, cluster: 'm1', work }], closed)[0].text,
    ).toContain('m1');
  });
});
