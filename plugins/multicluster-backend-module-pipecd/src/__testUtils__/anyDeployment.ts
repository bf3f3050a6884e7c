import fc from 'fast-check';
import { RawDeployment, RawStage } from '../wire/messages';
import { CREATED } from '../__fixtures__/objects';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
/** Few ids, so that stages share them and require one another; two that every object has. */
const id = fc.constantFrom('a', 'b', 'c', 'd', 'constructor', '__proto__', '');
const person = fc.constantFrom('alice', 'bob', 'mallory');
/** All that PipeCD has, and some that it may get. */
const number = fc.integer({ min: -1, max: 8 });
const time = maybe(fc.integer({ min: CREATED, max: CREATED + 100 }));
const names = fc.array(person, { maxLength: 3 }).map(list => list.join(', '));

const metadata = maybe(
  fc.dictionary(
    fc.constantFrom(
      'Approvers',
      'ApprovedBy',
      'SkippedBy',
      'pipecd/stage-approved-users',
      'pipecd/stage-display-metadata',
      'canary-percentage',
      'elapsedTime',
    ),
    fc.oneof(names, fc.constantFrom('', '20', 'SkippedBy: bob')),
    { maxKeys: 4 },
  ),
);

const stage: fc.Arbitrary<RawStage> = fc.record({
  id: maybe(id),
  name: fc.constantFrom(
    'WAIT_APPROVAL',
    'MY_GATE',
    'ANALYSIS',
    'WAIT',
    'K8S_SYNC',
    'ROLLBACK',
    'SCRIPT_RUN_ROLLBACK',
    'Ω{{stage}}',
  ),
  desc: maybe(fc.string()),
  requires: fc.array(id, { maxLength: 3 }),
  visible: maybe(fc.boolean()),
  rollback: maybe(fc.boolean()),
  status: maybe(number),
  completed_at: time,
  retried_count: maybe(fc.integer({ min: 0, max: 2 })),
  available_operation: maybe(fc.integer({ min: 0, max: 4 })),
  authorized_operators: maybe(fc.array(person, { maxLength: 2 })),
  metadata,
});

const reason = fc.oneof(
  fc.string(),
  fc
    .tuple(
      fc.constantFrom(
        'Cancelled by bob while',
        'Cancelled by  while',
        'Deployment was cancelled while',
        'Failed while',
      ),
      id,
    )
    .map(([text, stageId]) => `${text} executing stage ${stageId}`),
);

/** Any deployment of one id that the wire can carry, sensible or not. */
export const anyDeployment: fc.Arbitrary<RawDeployment> = fc.record({
  id: fc.constant('d1'),
  application_id: fc.constant('app'),
  application_name: maybe(fc.string()),
  piped_id: maybe(fc.constant('p1')),
  labels: maybe(fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 })),
  trigger: maybe(
    fc.record({
      commander: maybe(person),
      timestamp: time,
      commit: maybe(
        fc.record({ hash: maybe(fc.string()), author: maybe(person) }),
      ),
    }),
  ),
  summary: maybe(fc.string()),
  status: maybe(number),
  status_reason: maybe(reason),
  stages: maybe(fc.array(stage, { maxLength: 6 })),
  metadata_v2: maybe(fc.constant({ shared: {} })),
  deployment_chain_id: maybe(fc.constant('chain')),
  completed_at: time,
  created_at: maybe(
    fc.oneof(
      fc.constant(CREATED),
      fc.constantFrom(-1, Number.MAX_SAFE_INTEGER),
    ),
  ),
});
