import {
  deployment,
  deploymentV1,
  derive,
  stage,
} from '../__fixtures__/objects';
import { RawDeployment } from '../wire/messages';

function over(raw: RawDeployment) {
  const { status, detail, sentence, notes } = derive(raw);
  return [
    detail ? `${status}:${detail}` : status,
    sentence.text,
    ...notes.map(({ code }) => code),
  ];
}

const gate = stage('WAIT_APPROVAL', 4, 10, { id: 'g' });
const failed = {
  status: 5,
  status_reason: 'Failed while executing stage build',
};

describe('a deployment that is over', () => {
  it.each<[string, RawDeployment, unknown[]]>([
    [
      'succeeded',
      deployment({ status: 4, stages: [stage('BUILD', 2, 5)] }),
      ['succeeded', 'Succeeded'],
    ],
    [
      'succeeded early where there was nothing to change',
      deployment({
        status: 4,
        stages: [stage('TERRAFORM_PLAN', 6, 5), stage('TERRAFORM_APPLY', 0)],
      }),
      [
        'succeeded',
        'Succeeded early: TERRAFORM_PLAN found nothing to change, the rest was not needed',
      ],
    ],
    [
      'failed at a stage',
      deployment({ ...failed, stages: [stage('BUILD', 3, 5)] }),
      ['failed', 'Failed at BUILD'],
    ],
    [
      'failed before a stage began, as a run does that is cancelled before it starts',
      deployment({ ...failed, stages: [stage('BUILD', 3)] }),
      [
        'failed',
        'Failed before BUILD began; a run that is cancelled before it starts ends like this too',
      ],
    ],
    [
      'failed and was rolled back',
      deployment({
        ...failed,
        stages: [stage('BUILD', 3, 5), stage('ROLLBACK', 2, 9)],
      }),
      ['failed:rolled-back', 'Failed at BUILD', 'run.note.rolledBack'],
    ],
    [
      'failed and its rollback too',
      deployment({
        ...failed,
        stages: [stage('BUILD', 3, 5), stage('ROLLBACK', 3, 9)],
      }),
      ['failed:rollback-failed', 'Failed at BUILD', 'run.note.rollbackFailed'],
    ],
    [
      'cancelled by somebody, and its rollback failed: not a calm end',
      deployment({
        status: 6,
        status_reason: 'Cancelled by bob while executing stage build',
        stages: [stage('BUILD', 4, 5), stage('ROLLBACK', 3, 9)],
      }),
      [
        'cancelled:rollback-failed',
        'Cancelled by bob during BUILD',
        'run.note.rollbackFailed',
      ],
    ],
    [
      'not approved in time, and its rollback failed: what runs now matters more',
      deployment({
        status: 5,
        status_reason: 'Failed while executing stage g',
        stages: [{ ...gate, status: 3 }, stage('ROLLBACK', 3, 19)],
      }),
      [
        'failed:rollback-failed',
        'WAIT_APPROVAL was not approved in time',
        'run.note.rollbackFailed',
      ],
    ],
    [
      'succeeded, though somebody approved who is not on the list',
      deployment({
        status: 4,
        stages: [
          {
            ...gate,
            status: 2,
            metadata: { Approvers: 'olivia', ApprovedBy: 'hello-pipecd' },
          },
        ],
      }),
      [
        'succeeded:unlisted-approver',
        'Succeeded, though hello-pipecd approved without being on the list',
        'run.note.unlisted',
      ],
    ],
    [
      'could not be planned, for no reason that is said',
      deploymentV1({
        status: 5,
        status_reason:
          'Unable to plan the deployment (unable to plan the deployment)',
      }),
      ['failed', 'Could not be planned; the tool gives no reason'],
    ],
    [
      'v0: was not approved in time',
      deployment({
        status: 5,
        status_reason: 'Failed while executing stage g',
        stages: [{ ...gate, status: 3 }],
      }),
      ['failed:timed-out', 'WAIT_APPROVAL was not approved in time'],
    ],
    [
      'v1: was not approved in time, cancelled by nobody',
      deploymentV1({
        status: 6,
        status_reason: 'Cancelled by  while executing stage g',
        stages: [gate],
      }),
      ['cancelled:timed-out', 'WAIT_APPROVAL was not approved in time'],
    ],
    [
      'v1: another stage took too long',
      deploymentV1({
        status: 6,
        status_reason: 'Cancelled by  while executing stage b',
        stages: [stage('BUILD', 4, 9, { id: 'b' })],
      }),
      ['cancelled:timed-out', 'BUILD timed out'],
    ],
    [
      'v1: its piped was stopped while a gate waited',
      deploymentV1({
        status: 6,
        status_reason: 'Deployment was cancelled while executing stage g',
        stages: [gate],
      }),
      [
        'cancelled:agent-stopped',
        'Cancelled by a stop of piped-one while WAIT_APPROVAL waited; approvals given there are lost',
      ],
    ],
    [
      'v1: its piped was stopped during another stage',
      deploymentV1({
        status: 6,
        status_reason: 'Deployment was cancelled while executing stage b',
        stages: [stage('BUILD', 4, 9, { id: 'b' })],
      }),
      [
        'cancelled:agent-stopped',
        'Cancelled by a stop of piped-one during BUILD; nobody decided it',
      ],
    ],
    [
      'was cancelled by somebody',
      deployment({
        status: 6,
        status_reason: 'Cancelled by bob while executing stage g',
        stages: [gate],
      }),
      ['cancelled', 'Cancelled by bob during WAIT_APPROVAL'],
    ],
    [
      'failed for another reason',
      deployment({
        status: 5,
        status_reason: 'Odd',
        stages: [stage('A', 3, 1)],
      }),
      ['failed', 'Failed: Odd'],
    ],
    [
      'was cancelled for another reason',
      deployment({ status: 6, status_reason: 'Odd' }),
      ['cancelled', 'Cancelled: Odd'],
    ],
    [
      'was cancelled without a word',
      deployment({ status: 6 }),
      ['cancelled', 'Cancelled'],
    ],
  ])('%s', (_, raw, expected) => {
    expect(over(raw)).toEqual(expected);
  });

  it('says nothing of a rollback that was planned and did not run', () => {
    const stages = [
      stage('BUILD', 3, 5),
      stage('ROLLBACK', 0, undefined, { visible: undefined }),
    ];
    expect(over(deployment({ ...failed, stages }))).toEqual([
      'failed',
      'Failed at BUILD',
    ]);
  });

  it('says of stages that never ran why', () => {
    const codes = (status: number, first: number) =>
      derive(
        deployment({ status, stages: [stage('A', first, 5), stage('B', 0)] }),
      ).stages.map(({ status: state, notes }) => `${state} ${notes[0]?.code}`);
    expect(codes(5, 3)[1]).toBe('skipped stage.notReached');
    expect(codes(4, 6)).toEqual([
      'succeeded stage.exited',
      'skipped stage.notNeeded',
    ]);
  });

  it('tells who skipped a stage from a rule that did', () => {
    const note = (metadata?: Record<string, string>) =>
      derive(
        deployment({
          status: 4,
          stages: [stage('ANALYSIS', 5, 9, { metadata })],
        }),
      ).stages[0].notes[0].text;
    expect(note({ SkippedBy: 'erin' })).toBe('Skipped by erin');
    expect(note({ 'pipecd/stage-display-metadata': 'SkippedBy: erin' })).toBe(
      'Skipped by erin',
    );
    expect(note()).toBe('Skipped by a rule of the pipeline');
  });

  it('is never over with a stage that still reads running, so that stage is unknown', () => {
    const raw = deployment({ status: 4, stages: [stage('A', 1, 5)] });
    expect(derive(raw).stages[0].status).toBe('unknown');
  });
});

describe('numbers nobody knows', () => {
  it.each([7, 99, -1])('read unknown and stay as they are: %s', number => {
    const raw = deployment({
      status: number,
      stages: [stage('A', number, 5), stage('WAIT_APPROVAL', number, 6)],
    });
    const { status, nativeStatus, sentence, stages } = derive(raw);
    expect([status, nativeStatus, sentence.code]).toEqual([
      'unknown',
      String(number),
      'run.unknown',
    ]);
    expect(
      stages.map(one => [one.status, one.nativeStatus, one.gate?.state]),
    ).toEqual([
      ['unknown', String(number), undefined],
      ['unknown', String(number), 'unknown'],
    ]);
    expect(stages[1].gate?.actionable).toBe(false);
  });
});
