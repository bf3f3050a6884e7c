import {
  CREATED,
  deployment,
  deploymentV1,
  derive,
  NOW,
  piped,
  stage,
} from '../__fixtures__/objects';

const offline = {
  ...piped,
  state: 'offline' as const,
  since: (CREATED + 100) * 1000,
};

function running(
  stages: Parameters<typeof stage>[],
  input: Parameters<typeof derive>[1] = {},
) {
  const raw = deployment({ stages: stages.map(parts => stage(...parts)) });
  const { status, detail, sentence } = derive(raw, input);
  return [detail ? `${status}:${detail}` : status, sentence.text];
}

describe('a deployment that runs', () => {
  it.each<[string, unknown[], unknown[]]>([
    [
      'names the stage that runs',
      running([['BUILD', 1, 10]]),
      ['running', 'Runs BUILD'],
    ],
    [
      'names the next stage between two',
      running([
        ['BUILD', 2, 10],
        ['SYNC', 0],
      ]),
      ['running', 'About to run SYNC'],
    ],
    [
      'verifies during an analysis',
      running([['ANALYSIS', 1, 10]]),
      ['running:verifying', 'Runs ANALYSIS'],
    ],
    [
      'waits for a gate',
      running([['WAIT_APPROVAL', 1, 10]]),
      [
        'waiting',
        'WAIT_APPROVAL waits for approval: nobody approved yet, may be given by whoever may change runs in the tool',
      ],
    ],
    [
      'says that a stage failed before PipeCD ends the run',
      running([
        ['BUILD', 3, 10],
        ['SYNC', 0],
      ]),
      ['running', 'BUILD failed, so the run is about to end'],
    ],
    [
      'is being cancelled when a stage was',
      running([
        ['BUILD', 4, 10],
        ['SYNC', 0],
      ]),
      ['running:cancelling', 'BUILD was stopped, so the run is about to end'],
    ],
    [
      'only runs where there is nothing more to say',
      running([['BUILD', 2, 10]]),
      ['running', 'Runs'],
    ],
    [
      'moves not while its piped is offline',
      running([['BUILD', 1, 10]], { agent: offline }),
      [
        'running:agent-stopped',
        'Nothing moves: piped-one, which runs it, is offline since 2026-11-21T11:21:40Z',
      ],
    ],
    [
      'waits for its piped too while it waits for a decision',
      running([['WAIT_APPROVAL', 1, 10]], { agent: offline }),
      [
        'waiting:agent-stopped',
        'WAIT_APPROVAL waits for a decision, which counts only when piped-one is back: it is offline since 2026-11-21T11:21:40Z',
      ],
    ],
    [
      'runs when its piped reported a stage since it was called offline',
      running([['BUILD', 1, 110]], { agent: offline }),
      ['running', 'Runs BUILD'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('says that enough approved while the stage still runs, and that nobody else need', () => {
    const raw = deploymentV1({
      stages: [
        stage('WAIT_APPROVAL', 1, 10, {
          authorized_operators: ['alice', 'bob'],
          metadata: { 'pipecd/stage-approved-users': 'bob, alice' },
        }),
      ],
    });
    const { status, sentence, stages } = derive(raw);
    expect([status, sentence.text]).toEqual([
      'waiting',
      'WAIT_APPROVAL was approved by bob, alice, about to go on',
    ]);
    expect(stages[0].gate).toMatchObject({
      state: 'pending',
      actionable: false,
    });
  });

  it('needs no later stage once one found nothing to change', () => {
    const raw = deployment({
      stages: [stage('TERRAFORM_PLAN', 6, 10), stage('TERRAFORM_APPLY', 0)],
    });
    const { stages, sentence } = derive(raw);
    expect(stages.map(({ status }) => status)).toEqual([
      'succeeded',
      'skipped',
    ]);
    expect(sentence.code).toBe('run.running');
  });

  it('is looked at again when the gate would run out', () => {
    const raw = deployment({ stages: [stage('WAIT_APPROVAL', 1, 10)] });
    expect(derive(raw, { now: NOW }).recheckAt).toBe(
      (CREATED + 10 + 6 * 60 * 60) * 1000,
    );
  });
});
