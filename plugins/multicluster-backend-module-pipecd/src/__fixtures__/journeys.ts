import { JourneyState } from './JourneyState';

/** A recorded journey and what a reader would see of each of its runs. */
export interface Journey {
  /** File in `recordings/`. */
  recording: string;
  /** Who runs it. */
  piped: 'v0' | 'v1';
  runs: Array<{
    /** Beginning of the deployment's id in the recording. */
    id: string;
    states: JourneyState[];
  }>;
}

/** `run | stages | gates | votes`. */
function see(line: string): JourneyState {
  const [head, stages = '', gates = '', votes = ''] = line
    .split('|')
    .map(part => part.trim());
  return { run: head, stages, gates, votes };
}

function run(id: string, lines: string[]): Journey['runs'][number] {
  return { id, states: lines.map(see) };
}

/**
 * What a reader sees of every recorded run, in order, written by hand from what is known of PipeCD: the rules are held to it, and
 * a simulated PipeCD that is taken through the same story has to show the same in the same order. The recorder polled each
 * second or so and began some journeys late, so that another reader may see more states in between, or fewer.
 */
export const journeys: Journey[] = [
  {
    recording: 'v0-run-two-approvals',
    piped: 'v0',
    runs: [
      run('87b4f208', [
        'pending',
        'pending | pending pending pending pending | upcoming | 0',
        'running | running pending pending pending | upcoming | 0',
        'running | succeeded pending pending pending | upcoming | 0',
        'waiting | succeeded waiting pending pending | pending | 0',
        'waiting | succeeded waiting pending pending | pending | 0 of 2',
        'waiting | succeeded waiting pending pending | pending | 1 of 2 alice',
        'running | succeeded succeeded pending pending | approved | 2 of 2 alice, bob',
        'running | succeeded succeeded running pending | approved | 2 of 2 alice, bob',
        'running | succeeded succeeded succeeded pending | approved | 2 of 2 alice, bob',
        'running | succeeded succeeded succeeded succeeded | approved | 2 of 2 alice, bob',
        'succeeded | succeeded succeeded succeeded succeeded | approved | 2 of 2 alice, bob',
      ]),
    ],
  },
  {
    recording: 'v0-run-open-gate',
    piped: 'v0',
    runs: [
      run('ec081ad2', [
        'waiting | waiting pending pending | pending upcoming | 0; 0',
        'running | succeeded pending pending | approved upcoming | 1 zoe; 0',
        'waiting | succeeded waiting pending | approved pending | 1 zoe; 0',
        'running | succeeded succeeded pending | approved approved | 1 zoe; 1 bob',
        'running | succeeded succeeded succeeded | approved approved | 1 zoe; 1 bob',
        'succeeded | succeeded succeeded succeeded | approved approved | 1 zoe; 1 bob',
        'succeeded | succeeded succeeded succeeded | approved approved | 1 of 1 zoe; 1 of 1 bob',
      ]),
    ],
  },
  {
    recording: 'v0-run-three-approvals-at-once',
    piped: 'v0',
    runs: [
      run('600b2129', [
        'pending',
        'pending | pending pending pending pending | upcoming | 0',
        'running | pending pending pending pending | upcoming | 0',
        'running | running pending pending pending | upcoming | 0',
        'running | succeeded pending pending pending | upcoming | 0',
        'waiting | succeeded waiting pending pending | pending | 0',
        'waiting | succeeded waiting pending pending | pending | 1 carol',
        'running | succeeded succeeded pending pending | approved | 2 carol, alice',
        'running | succeeded succeeded running pending | approved | 2 carol, alice',
        'running | succeeded succeeded succeeded pending | approved | 2 carol, alice',
        'running | succeeded succeeded succeeded succeeded | approved | 2 carol, alice',
        'succeeded | succeeded succeeded succeeded succeeded | approved | 2 carol, alice',
        'succeeded | succeeded succeeded succeeded succeeded | approved | 2 of 2 carol, alice',
      ]),
    ],
  },
  {
    recording: 'v0-run-gate-timeout-rollback',
    piped: 'v0',
    runs: [
      run('26f8d204', [
        'pending',
        'pending | pending pending pending | upcoming | 0',
        'running | succeeded pending pending | upcoming | 0',
        'waiting | succeeded waiting pending | pending | 0',
        'running | succeeded failed:timed-out pending | expired | 0',
        'running:rolling-back | succeeded failed:timed-out skipped failed | expired | 0',
        'failed:rollback-failed | succeeded failed:timed-out skipped failed | expired | 0',
        'failed:rollback-failed | succeeded failed:timed-out skipped failed | expired | 0 of 1',
      ]),
    ],
  },
  {
    recording: 'v0-run-cancelled-no-rollback-asked',
    piped: 'v0',
    runs: [
      run('b58e2d1f', [
        'waiting | succeeded waiting pending pending | pending | 1 alice',
        'running:rolling-back | succeeded running:cancelling skipped skipped succeeded | orphaned | 1 alice',
        'cancelled:rolled-back | succeeded cancelled skipped skipped succeeded | cancelled | 1 alice',
        'cancelled:rolled-back | succeeded cancelled skipped skipped succeeded | cancelled | 1 of 2 alice',
      ]),
    ],
  },
  {
    recording: 'v0-approve-while-rolling-back',
    piped: 'v0',
    runs: [
      run('0da916b4', [
        'waiting | succeeded waiting pending | approved pending | 1 gina; 0',
        'running:rolling-back | succeeded running:cancelling skipped running | approved orphaned | 1 gina; 0',
        'running:rolling-back | succeeded running:cancelling skipped succeeded | approved orphaned | 1 gina; 0',
        'cancelled:rolled-back | succeeded cancelled skipped succeeded | approved cancelled | 1 gina; 0',
      ]),
    ],
  },
  {
    recording: 'v0-run-canary-on-karmada',
    piped: 'v0',
    runs: [
      run('dedb55', ['succeeded | succeeded succeeded succeeded succeeded']),
      run('340003', ['succeeded | succeeded']),
      run('281bdf', [
        'pending',
        'pending | pending pending pending pending',
        'running | running pending pending pending',
        'running | succeeded pending pending pending',
        'running | succeeded running pending pending',
        'running | succeeded succeeded pending pending',
        'running | succeeded succeeded running pending',
        'running | succeeded succeeded succeeded pending',
        'running | succeeded succeeded succeeded running',
        'running | succeeded succeeded succeeded succeeded',
        'succeeded | succeeded succeeded succeeded succeeded',
      ]),
    ],
  },
  {
    recording: 'v0-run-cancelled-before-start',
    piped: 'v0',
    runs: [
      run('a5e99862', [
        'pending',
        'pending | pending pending pending | upcoming | 0',
        'running | pending pending pending | upcoming | 0',
        'failed | failed skipped skipped | cancelled | 0',
      ]),
    ],
  },
  {
    recording: 'v0-run-analysis-skipped',
    piped: 'v0',
    runs: [
      run('219aa87b', [
        'running:verifying | running pending',
        'running | skipped pending',
        'running | skipped succeeded',
        'succeeded | skipped succeeded',
      ]),
    ],
  },
  {
    recording: 'v0-two-syncs-one-waiting',
    piped: 'v0',
    runs: [
      run('0da916b4', [
        'queued',
        'pending',
        'pending | pending pending pending | upcoming upcoming | 0; 0',
        'waiting | waiting pending pending | pending upcoming | 0; 0',
        'waiting | waiting pending pending | pending upcoming | 1 gina; 0',
        'running | succeeded pending pending | approved upcoming | 1 gina; 0',
        'waiting | succeeded waiting pending | approved pending | 1 gina; 0',
      ]),
      run('8b4ec649', [
        'waiting | waiting pending pending | pending upcoming | 0; 0',
        'running:rolling-back | running:cancelling skipped skipped succeeded | orphaned cancelled | 0; 0',
        'cancelled:rolled-back | cancelled skipped skipped succeeded | cancelled cancelled | 0; 0',
      ]),
    ],
  },
  {
    recording: 'v0-approve-while-piped-offline',
    piped: 'v0',
    runs: [
      run('b58e2d1f', [
        'waiting | succeeded waiting pending pending | pending | 0',
        'waiting:agent-stopped | succeeded waiting pending pending | pending | 0',
        'waiting | succeeded waiting pending pending | pending | 0',
        'waiting | succeeded waiting pending pending | pending | 1 alice',
        'waiting | succeeded waiting pending pending | pending | 1 of 2 alice',
      ]),
    ],
  },
  {
    recording: 'v0-run-pull-gate-rejected-then-cancelled',
    piped: 'v0',
    runs: [
      run('d59ff5', [
        'pending',
        'pending | pending pending',
        'running | pending pending',
        'running | running pending',
        'running | failed pending',
        'running:rolling-back | failed skipped',
        'running:rolling-back | failed skipped failed',
        'failed:rollback-failed | failed skipped failed',
      ]),
      run('51d6e1b2', [
        'pending',
        'pending | pending pending',
        'running | running pending',
        'running:rolling-back | running:cancelling skipped failed',
        'cancelled:rollback-failed | cancelled skipped failed',
      ]),
    ],
  },
  {
    recording: 'v1-run-two-approvals',
    piped: 'v1',
    runs: [
      run('7d66bbec', [
        'waiting | succeeded waiting pending pending | pending | 0',
        'waiting | succeeded waiting pending pending | pending | 0 of 2',
        'waiting | succeeded waiting pending pending | pending | 1 of 2 alice',
        'waiting | succeeded waiting pending pending | pending | 2 of 2 alice, bob',
        'running | succeeded succeeded pending pending | approved | 2 of 2 alice, bob',
        'running | succeeded succeeded running pending | approved | 2 of 2 alice, bob',
        'running | succeeded succeeded succeeded running | approved | 2 of 2 alice, bob',
        'succeeded | succeeded succeeded succeeded succeeded | approved | 2 of 2 alice, bob',
      ]),
    ],
  },
  {
    recording: 'v1-run-three-approvals-at-once',
    piped: 'v1',
    runs: [
      run('d3f3a53f', [
        'pending',
        'pending | pending pending pending pending | upcoming | 0',
        'running | running pending pending pending | upcoming | 0',
        'waiting | succeeded waiting pending pending | pending | 0',
        'waiting | succeeded waiting pending pending | pending | 2 carol, alice',
        'running | succeeded succeeded running pending | approved | 2 carol, alice',
        'running | succeeded succeeded succeeded running | approved | 2 carol, alice',
        'succeeded | succeeded succeeded succeeded succeeded | approved | 2 carol, alice',
        'succeeded | succeeded succeeded succeeded succeeded | approved | 2 of 2 carol, alice',
      ]),
    ],
  },
  {
    recording: 'v1-run-gate-timeout-rollback',
    piped: 'v1',
    runs: [
      run('ed09fe', [
        'pending',
        'pending | pending pending pending | upcoming | 0',
        'running | running pending pending | upcoming | 0',
        'waiting | succeeded waiting pending | pending | 0',
        'running:rolling-back | succeeded cancelled:timed-out skipped | expired | 0',
        'running:rolling-back | succeeded cancelled:timed-out skipped running | expired | 0',
        'running:rolling-back | succeeded cancelled:timed-out skipped succeeded running | expired | 0',
        'cancelled:timed-out | succeeded cancelled:timed-out skipped succeeded succeeded | expired | 0',
        'cancelled:timed-out | succeeded cancelled:timed-out skipped succeeded succeeded | expired | 0 of 1',
      ]),
    ],
  },
  {
    recording: 'v1-run-cancelled-no-rollback-asked',
    piped: 'v1',
    runs: [
      run('88740c9a', [
        'waiting | waiting pending | pending | 0',
        'running:rolling-back | cancelled skipped running | cancelled | 0',
        'cancelled:rolled-back | cancelled skipped succeeded | cancelled | 0',
        'cancelled:rolled-back | cancelled skipped succeeded | cancelled | 0 of 1',
      ]),
    ],
  },
  {
    recording: 'v1-run-plan-failed',
    piped: 'v1',
    runs: [run('e9b22218', ['pending', 'failed'])],
  },
  {
    recording: 'v1-run-quick-sync-refused',
    piped: 'v1',
    runs: [run('090c6d94', ['pending', 'failed'])],
  },
  {
    recording: 'v1-run-analysis-skipped',
    piped: 'v1',
    runs: [
      run('0f78491b', [
        'pending',
        'pending | pending pending',
        'running:verifying | running pending',
        'running | skipped running',
        'succeeded | skipped succeeded',
      ]),
    ],
  },
  {
    recording: 'v1-run-approved-with-static-login',
    piped: 'v1',
    runs: [
      run('ebb2d54d', [
        'pending',
        'pending | pending pending | upcoming | 0',
        'waiting | waiting pending | pending | 0',
        'waiting | waiting pending | pending | 1 hello-pipecd',
        'running | succeeded running | approved | 1 hello-pipecd',
        'succeeded | succeeded succeeded | approved | 1 hello-pipecd',
      ]),
    ],
  },
  {
    recording: 'v1-early-approval-and-piped-restart',
    piped: 'v1',
    runs: [
      run('110e1c7f', [
        'pending | pending pending pending pending | upcoming | 0',
        'waiting | succeeded waiting pending pending | pending | 0',
        'waiting | succeeded waiting pending pending | pending | 1 of 2 alice',
        'running:cancelling | succeeded cancelled pending pending | cancelled | 1 of 2 alice',
        'cancelled:agent-stopped | succeeded cancelled:agent-stopped skipped skipped | cancelled | 1 of 2 alice',
      ]),
    ],
  },
  {
    recording: 'v1-piped-killed-while-waiting',
    piped: 'v1',
    runs: [
      run('2953ad05', [
        'waiting | succeeded waiting pending pending | pending | 1 of 2 alice',
        'waiting | succeeded waiting pending pending | pending | 2 of 2 alice, bob',
        'running | succeeded succeeded running pending | approved | 2 of 2 alice, bob',
        'running | succeeded succeeded succeeded running | approved | 2 of 2 alice, bob',
        'running | succeeded succeeded succeeded succeeded | approved | 2 of 2 alice, bob',
        'succeeded | succeeded succeeded succeeded succeeded | approved | 2 of 2 alice, bob',
      ]),
    ],
  },
  {
    recording: 'v1-run-pull-gate-rejected-then-cancelled',
    piped: 'v1',
    runs: [
      run('58caa4', [
        'pending',
        'pending | pending pending',
        'running | running pending',
        'running:rolling-back | failed skipped running',
        'failed:rolled-back | failed skipped succeeded',
      ]),
      run('bd50e9bc', [
        'pending',
        'pending | pending pending',
        'running | running pending',
        'running:rolling-back | cancelled skipped running',
        'cancelled:rolled-back | cancelled skipped succeeded',
      ]),
    ],
  },
  {
    recording: 'live-state-by-scripted-piped',
    piped: 'v1',
    runs: [
      run('c34bf5fd', ['waiting | waiting pending pending | pending | 0']),
    ],
  },
];
