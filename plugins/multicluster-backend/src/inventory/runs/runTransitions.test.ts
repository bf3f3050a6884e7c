import { Gate, RunStatus } from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';
import { runTransitions } from './runTransitions';

const now = Date.parse('2026-01-01T12:00:00Z');
const sentence = { code: 'fake.said', params: {}, text: 'said' };

const derived = (changes: Partial<DerivedRun>): DerivedRun => ({
  status: 'running',
  nativeStatus: 'RUNNING',
  sentence,
  stages: [],
  notes: [],
  ...changes,
});

const stage = (status: RunStatus, changes: object = {}) => ({
  id: 'build',
  name: 'build',
  kind: 'task' as const,
  status,
  nativeStatus: 'NATIVE',
  requires: [],
  steps: [],
  notes: [],
  hasLog: false,
  ...changes,
});

const gate = (changes: Partial<Gate>): Gate => ({
  id: 'approve',
  state: 'pending',
  version: '1',
  title: 'approve',
  approvers: [],
  anyone: true,
  quorum: { kind: 'any', received: 0 },
  decisions: [],
  enforcement: 'enforced',
  identityModes: [],
  actionable: false,
  sentence,
  ...changes,
});

const times = (one: Partial<DerivedRun>, before?: Partial<DerivedRun>) =>
  runTransitions(derived(one), before && derived(before), now).map(
    ({ subject, from, to, at }) =>
      `${subject}: ${from ?? 'nothing'} → ${to} at ${new Date(at)
        .toISOString()
        .slice(11, 19)}`,
  );

describe('runTransitions', () => {
  it.each`
    what                                    | before                                      | after                                                                                          | told
    ${'a start, by the tool'}               | ${{ status: 'pending' }}                    | ${{ startedAt: '2026-01-01T11:59:30Z' }}                                                       | ${['status: pending → running at 11:59:30']}
    ${'an end, by the tool'}                | ${{}}                                       | ${{ status: 'failed', startedAt: '2026-01-01T11:00:00Z', finishedAt: '2026-01-01T11:59:50Z' }} | ${['status: running → failed at 11:59:50']}
    ${'an end nobody dates, by now'}        | ${{}}                                       | ${{ status: 'failed' }}                                                                        | ${['status: running → failed at 12:00:00']}
    ${'going on after a wait, by now'}      | ${{ status: 'waiting' }}                    | ${{ startedAt: '2026-01-01T11:00:00Z' }}                                                       | ${['status: waiting → running at 12:00:00']}
    ${'what lies ahead, by now'}            | ${{}}                                       | ${{ status: 'failed', finishedAt: '2026-01-01T13:00:00Z' }}                                    | ${['status: running → failed at 12:00:00']}
    ${'a stage that starts'}                | ${{ stages: [stage('pending')] }}           | ${{ stages: [stage('running', { startedAt: '2026-01-01T11:58:00Z' })] }}                       | ${['stage/build: pending → running at 11:58:00']}
    ${'nothing of a stage that is planned'} | ${{}}                                       | ${{ stages: [stage('pending')] }}                                                              | ${[]}
    ${'a gate that opens'}                  | ${{ gates: [gate({ state: 'upcoming' })] }} | ${{ gates: [gate({ openedAt: '2026-01-01T11:57:00Z' })] }}                                     | ${['gate/approve: upcoming → pending at 11:57:00']}
    ${'a gate that is decided'}             | ${{ gates: [gate({})] }}                    | ${{ gates: [gate({ state: 'approved', closedAt: '2026-01-01T11:56:00Z' })] }}                  | ${['gate/approve: pending → approved at 11:56:00']}
    ${'nothing of a gate to come'}          | ${{}}                                       | ${{ gates: [gate({ state: 'upcoming' })] }}                                                    | ${[]}
    ${'nothing where nothing changed'}      | ${{ gates: [gate({})] }}                    | ${{ gates: [gate({})] }}                                                                       | ${[]}
  `('tells $what', ({ before, after, told }) => {
    expect(times(after, before)).toEqual(told);
  });

  it('tells how a run appears that nobody has seen before', () => {
    expect(times({ stages: [stage('succeeded')] })).toEqual([
      'status: nothing → running at 12:00:00',
      'stage/build: nothing → succeeded at 12:00:00',
    ]);
  });
});
