import {
  deployment,
  deploymentV1,
  factOf,
  stage,
} from '../__fixtures__/objects';
import { causeOf } from './causeOf';

const stages = [
  stage('BUILD', 2, 5),
  stage('WAIT_APPROVAL', 4, 10, { id: 'g' }),
];

/** `kind`, who, and during what. */
function cause(status: number, status_reason: string, v1 = false) {
  const make = v1 ? deploymentV1 : deployment;
  const found = causeOf(factOf(make({ status, status_reason, stages })).native);
  return found && [found.kind, found.actor, found.stageName];
}

describe('causeOf', () => {
  it.each([
    [
      'a person cancelled',
      cause(6, 'Cancelled by bob while executing stage g'),
      ['cancelled', 'bob', 'WAIT_APPROVAL'],
    ],
    [
      'a person with blanks in the name',
      cause(6, 'Cancelled by Dana D. while executing stage g', true),
      ['cancelled', 'Dana D.', 'WAIT_APPROVAL'],
    ],
    [
      'v1: an empty name is a time that ran out',
      cause(6, 'Cancelled by  while executing stage g', true),
      ['timed-out', undefined, 'WAIT_APPROVAL'],
    ],
    [
      'v0: an empty name is not, its gates fail then',
      cause(6, 'Cancelled by  while executing stage g'),
      ['cancelled', undefined, 'WAIT_APPROVAL'],
    ],
    [
      'v1: no "by" at all is a piped that was stopped',
      cause(6, 'Deployment was cancelled while executing stage g', true),
      ['agent-stopped', undefined, 'WAIT_APPROVAL'],
    ],
    [
      'v0: no piped stop is known to end like that',
      cause(6, 'Deployment was cancelled while executing stage g'),
      ['cancelled', undefined, 'WAIT_APPROVAL'],
    ],
    [
      'a stage failed',
      cause(5, 'Failed while executing stage build'),
      ['failed', undefined, 'BUILD'],
    ],
    [
      'a stage that is not listed keeps the name PipeCD gives',
      cause(5, 'Failed while executing stage nowhere'),
      ['failed', undefined, 'nowhere'],
    ],
    [
      'the same while it rolls back',
      cause(3, 'Cancelled by bob while executing stage g'),
      ['cancelled', 'bob', 'WAIT_APPROVAL'],
    ],
    [
      'another text is only repeated',
      cause(5, 'Something new'),
      ['other', undefined, undefined],
    ],
    [
      'nothing while it runs',
      cause(2, 'Cancelled by bob while executing stage g'),
      undefined,
    ],
    ['nothing for a success', cause(4, 'completed'), undefined],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('takes a failed v0 gate for one whose time ran out, unless its log was read and does not say so', () => {
    const failed = deployment({
      status: 5,
      status_reason: 'Failed while executing stage g',
      stages: [stage('WAIT_APPROVAL', 3, 10, { id: 'g' })],
    });
    const kind = (log?: { timedOut?: string }) =>
      causeOf(factOf(failed, log && { g: { approvals: [], ...log } }).native)
        ?.kind;
    expect([kind(), kind({ timedOut: '6h' }), kind({})]).toEqual([
      'timed-out',
      'timed-out',
      'failed',
    ]);
  });

  it.each([
    [
      'Unable to plan the deployment (unable to plan the deployment)',
      undefined,
    ],
    ['Unable to clone the repository', 'Unable to clone the repository'],
  ])(
    'says of a failure without stages what there is to say: %s',
    (text, reason) => {
      const raw = deployment({ status: 5, status_reason: text });
      expect(causeOf(factOf(raw).native)).toEqual({
        kind: 'not-planned',
        ...(reason && { reason }),
      });
    },
  );
});
