import {
  deployment,
  deploymentV1,
  derive,
  stage,
} from '../__fixtures__/objects';

const hidden = { visible: false };
const rollback = { rollback: true };

describe('whether a run takes back by itself what it did', () => {
  it.each([
    [
      'v0 with autoRollback',
      deployment({
        stages: [stage('K8S_SYNC', 1), stage('ROLLBACK', 0, 0, hidden)],
      }),
      true,
    ],
    [
      'v0 Terraform, where it is off',
      deployment({ stages: [stage('TERRAFORM_APPLY', 1)] }),
      false,
    ],
    [
      'v1 with autoRollback',
      deploymentV1({
        stages: [stage('K8S_SYNC', 1), stage('K8S_ROLLBACK', 0, 0, rollback)],
      }),
      true,
    ],
    ['v1 without', deploymentV1({ stages: [stage('K8S_SYNC', 1)] }), false],
    [
      'one that is not planned yet',
      deployment({ status: 0, stages: [stage('K8S_SYNC', 0)] }),
      undefined,
    ],
  ])('is known of %s', (_, raw, expected) => {
    expect(derive(raw).rollsBack).toBe(expected);
  });
});
