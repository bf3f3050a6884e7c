import { workload } from '../../world/builders';
import { memoryTarget } from '../demo/memoryTarget';
import { versionOf } from '../demo/versionOf';
import type { Commit } from '../model/messages';
import type { NewApplication } from '../PipecdWorld';
import type { StageSpec } from '../piped/ApplicationSpec';
import { RunJourney } from './RunJourney';

const PIPELINE = 2;
const QUICK = 1;

const building: StageSpec = {
  name: 'SCRIPT_RUN',
  script: {
    run: 'echo building; env | grep ^SR_ | sort; for i in 1 2 3 4 5 6; do echo line $i; sleep 1; done',
    lines: [
      [0, 'building'],
      ...[1, 2, 3, 4, 5, 6].map((line): [number, string] => [
        line - 1,
        `line ${line}`,
      ]),
    ],
    seconds: 6,
  },
};

function says(text: string, more: Partial<StageSpec> = {}): StageSpec {
  return {
    name: 'SCRIPT_RUN',
    script: { run: `echo ${text}`, lines: [[0, text]] },
    ...more,
  };
}

const twoOfThree: StageSpec[] = [
  building,
  {
    name: 'WAIT_APPROVAL',
    id: 'gate',
    desc: 'Release gate',
    approvers: ['alice', 'bob', 'carol'],
    minApproverNum: 2,
  },
  { name: 'WAIT', duration: 15 },
  says('deploy done'),
];

const openThenListed: StageSpec[] = [
  { name: 'WAIT_APPROVAL' },
  { name: 'WAIT_APPROVAL', approvers: ['bob'] },
  says('ok'),
];

const oneGate: StageSpec[] = [
  { name: 'WAIT_APPROVAL', approvers: ['alice', 'hello-pipecd'] },
  says('deployed', {
    onRollback: { run: 'echo undo', lines: [[0, 'undo']] },
  }),
];

function terraform(
  pipeline: StageSpec[],
  more: Partial<NewApplication['spec']> = {},
): Omit<NewApplication, 'name'> {
  return {
    piped: 'v0',
    kind: 'TERRAFORM',
    spec: { pipeline, autoRollback: true, ...more },
  };
}

function plugins(pipeline: StageSpec[]): Omit<NewApplication, 'name'> {
  return {
    piped: 'v1',
    kind: 'PLUGINS',
    spec: { pipeline, alwaysUsePipeline: true },
  };
}

function twoApprovals(application: Omit<NewApplication, 'name'>): RunJourney {
  const journey = RunJourney.create(application, {
    deployed: application.piped === 'v0',
  });
  if (application.piped === 'v0') {
    journey.sync('erin', PIPELINE);
  } else {
    journey.push();
  }
  journey.running(1).pass(7);
  journey.approve('alice', 1);
  journey.pass(14);
  journey.approve('alice', 1);
  journey.pass(14);
  journey.approve('bob', 1);
  return journey.over();
}

function threeAtOnce(application: Omit<NewApplication, 'name'>): RunJourney {
  const journey = RunJourney.create(application, { deployed: true });
  journey.sync('erin', PIPELINE).running(1).pass(4);
  for (const user of ['bob', 'alice', 'carol']) {
    journey.approve(user, 1);
  }
  return journey.over();
}

const pulled = (rejects: boolean): StageSpec => ({
  name: 'SCRIPT_RUN',
  script: {
    run: 'echo "waiting for the portal"',
    lines: rejects
      ? [
          [0, 'waiting for the portal'],
          [10, 'rejected by the portal'],
        ]
      : [[0, 'waiting for the portal']],
    seconds: rejects ? 10 : 240,
    fails: true,
  },
  onRollback: {
    run: 'echo undo; sleep 3',
    lines: [[0, 'undo']],
    seconds: 3,
  },
});

function pullGate(application: Omit<NewApplication, 'name'>): RunJourney {
  const journey = RunJourney.create(application);
  journey.push().over();
  const { id } = journey.world.application(journey.name);
  journey.world[application.piped].configure(id, {
    pipeline: [pulled(false), says('deployed')],
  });
  journey.sync('erin', PIPELINE).running(0).pass(5);
  journey.cancel('bob');
  return journey.over();
}

/** The canary of the references with its Service and its policy: three manifests. */
function canary(): Omit<NewApplication, 'name'> & { name: string } {
  const namespace = 'default';
  const image = ({ message }: Commit) =>
    `ghcr.io/pipe-cd/helloworld:${versionOf({ message })}`;
  const named = (apiVersion: string, kind: string) => ({
    apiVersion,
    kind,
    metadata: { name: 'canary', namespace },
  });
  return {
    name: 'canary',
    piped: 'v0',
    provider: 'karmada',
    spec: {
      target: memoryTarget('karmada'),
      image,
      manifests: commit => [
        workload({
          name: 'canary',
          namespace,
          image: image(commit),
          replicas: 2,
        }),
        named('v1', 'Service'),
        named('policy.karmada.io/v1alpha1', 'PropagationPolicy'),
      ],
      pipeline: [
        { name: 'K8S_CANARY_ROLLOUT', percent: 10 },
        { name: 'WAIT', duration: 10 },
        { name: 'K8S_PRIMARY_ROLLOUT' },
        { name: 'K8S_CANARY_CLEAN' },
      ],
    },
  };
}

/** The recorded journeys, by the name of their recording. */
export const journeys: Record<string, () => RunJourney> = {
  'v0-run-canary-on-karmada': () => {
    const journey = RunJourney.create(canary());
    journey.push('Deploy canary v0.32.0').over();
    journey.push('Release v0.33.0').over();
    return journey.push('Release v0.34.0').over();
  },
  'v0-run-two-approvals': () => twoApprovals(terraform(twoOfThree)),
  'v0-run-open-gate': () => {
    const journey = RunJourney.create(terraform(openThenListed));
    journey.push().running(0).pass(5);
    journey.approve('zoe', 0);
    journey.approve('bob', 1);
    return journey.over();
  },
  'v0-run-three-approvals-at-once': () => threeAtOnce(terraform(twoOfThree)),
  'v0-run-gate-timeout-rollback': () =>
    RunJourney.create(
      terraform([
        says('step1'),
        { name: 'WAIT_APPROVAL', approvers: ['alice'], timeout: 40 },
        says('step2'),
      ]),
    )
      .sync()
      .over(),
  'v0-run-cancelled-no-rollback-asked': () => {
    const journey = RunJourney.create(terraform(twoOfThree), {
      deployed: true,
    });
    journey.sync().running(1).pass(4);
    journey.approve('alice', 1);
    journey.pass(20);
    journey.cancel('carol');
    return journey.over();
  },
  'v0-approve-while-rolling-back': () => {
    const journey = RunJourney.create(terraform(openThenListed), {
      deployed: true,
    });
    journey.sync().running(0).pass(4);
    journey.approve('gina', 0);
    journey.running(1).pass(8);
    journey.cancel('bob');
    journey.until(() => journey.run.status === 3);
    journey.approve('bob', 1);
    return journey.over();
  },
  'v0-run-cancelled-before-start': () => {
    const journey = RunJourney.create(
      terraform(
        [
          { name: 'TERRAFORM_PLAN' },
          { name: 'WAIT_APPROVAL', approvers: ['alice'] },
          { name: 'TERRAFORM_APPLY' },
        ],
        { autoRollback: false },
      ),
      { deployed: true },
    );
    journey.sync().pass(1);
    journey.cancel('bob');
    return journey.over();
  },
  'v0-run-analysis-skipped': () => {
    const journey = RunJourney.create(
      terraform([{ name: 'ANALYSIS', duration: 600 }, says('after analysis')], {
        autoRollback: false,
      }),
    );
    journey.push().running(0).pass(305);
    journey.approve('erin', 0);
    journey.skip('erin', 0);
    return journey.over();
  },
  'v0-two-syncs-one-waiting': () => {
    const journey = RunJourney.create(terraform(openThenListed), {
      deployed: true,
    });
    journey.sync().running(0);
    const first = journey.run;
    journey.sync('frank').pass(26);
    journey.cancel('bob', first);
    journey.running(0);
    journey.approve('gina', 0);
    return journey.running(1);
  },
  'v0-approve-while-piped-offline': () => {
    const journey = RunJourney.create(terraform(twoOfThree), {
      deployed: true,
    });
    journey.sync().running(1).pass(6).piped('kill').pass(2);
    journey.approve('alice', 1);
    return journey.pass(165).piped('start').pass(40);
  },
  'v1-run-two-approvals': () => twoApprovals(plugins(twoOfThree)),
  'v1-run-three-approvals-at-once': () => threeAtOnce(plugins(twoOfThree)),
  'v1-run-gate-timeout-rollback': () =>
    RunJourney.create(
      plugins([
        says('step1', {
          onRollback: {
            run: 'echo undo step1; sleep 12',
            lines: [[0, 'undo step1']],
            seconds: 12,
          },
        }),
        { name: 'WAIT_APPROVAL', approvers: ['alice'], timeout: 40 },
        says('step2', {
          onRollback: { run: 'echo undo step2', lines: [[0, 'undo step2']] },
        }),
      ]),
    )
      .sync('erin', PIPELINE)
      .over(),
  'v1-run-cancelled-no-rollback-asked': () => {
    const journey = RunJourney.create(plugins(oneGate));
    journey.push().running(0).pass(139);
    journey.cancel('bob');
    return journey.over();
  },
  'v1-run-plan-failed': () =>
    RunJourney.create(plugins([{ name: 'WAIT_APPROVAL' }]))
      .sync('erin')
      .over(),
  'v1-run-quick-sync-refused': () =>
    RunJourney.create(plugins(oneGate)).sync('erin', QUICK).over(),
  'v1-run-analysis-skipped': () => {
    const journey = RunJourney.create(
      plugins([{ name: 'ANALYSIS', duration: 600 }, says('after analysis')]),
      { deployed: true },
    );
    journey.push().running(0).pass(8);
    journey.skip('erin', 0);
    return journey.over();
  },
  'v1-run-approved-with-static-login': () => {
    const journey = RunJourney.create(plugins(oneGate));
    journey.sync('hello-pipecd', PIPELINE).running(0);
    journey.approve('hello-pipecd', 0);
    return journey.over();
  },
  'v1-early-approval-and-piped-restart': () => {
    const journey = RunJourney.create(plugins(twoOfThree), { deployed: true });
    journey.sync().until(() => journey.run.status === 1);
    journey.approve('alice', 1);
    journey.running(1).pass(12).piped('stop').pass(22).piped('start');
    return journey.over();
  },
  'v1-piped-killed-while-waiting': () => {
    const journey = RunJourney.create(plugins(twoOfThree), { deployed: true });
    journey.sync().running(1).pass(2);
    journey.approve('alice', 1);
    journey.pass(12).piped('kill').pass(3).piped('start').pass(35);
    journey.approve('bob', 1);
    return journey.over();
  },
  'v0-run-pull-gate-rejected-then-cancelled': () =>
    pullGate(terraform([pulled(true), says('deployed')])),
  'v1-run-pull-gate-rejected-then-cancelled': () =>
    pullGate(plugins([pulled(true), says('deployed')])),
};
