import {
  promotionScope,
  scopeGate,
  scopePipeline,
  scopeRun,
  scopeTarget,
} from '../../../__testUtils__/promotionScope';
import { nextStep } from './nextStep';

const going = (gate?: object) =>
  scopeRun({
    active: true,
    gates: gate ? [scopeGate(gate)] : [],
    run: { status: 'running', finishedAt: undefined, url: 'https://p/run' },
  });
const pipeline = scopePipeline();
const behind = scopePipeline({ sync: { status: 'out-of-sync' } });
const held = scopeTarget({ state: 'suspended' });

describe('nextStep', () => {
  it('is the gate that waits, before anything else', () => {
    const scope = promotionScope({
      targets: [held],
      deliveries: [{ pipeline: behind }],
      runs: [going({ url: undefined })],
    });
    expect(nextStep(scope)).toMatchObject({
      kind: 'gate',
      runId: 'run-id',
      gate: { id: 'approve' },
      sentence: { code: 'promotion.next.gate' },
      url: 'https://p/run',
    });
  });

  it('does not say that a run brings what it takes back', () => {
    const run = scopeRun({
      active: true,
      run: { status: 'running', detail: 'rolling-back' },
    });
    expect(
      nextStep(promotionScope({ deliveries: [{ pipeline }], runs: [run] })),
    ).toMatchObject({ sentence: { code: 'promotion.next.back' } });
  });

  it('asks for no decision that may have been made by now', () => {
    const runs = [{ ...going({}), lastKnown: true }];
    expect(nextStep(promotionScope({ runs }))).toMatchObject({
      kind: 'gate',
      sentence: { code: 'promotion.next.gateLastKnown' },
    });
  });

  it('is the lane that is held', () => {
    const scope = promotionScope({
      targets: [held],
      deliveries: [{ pipeline: behind }],
    });
    expect(nextStep(scope)).toMatchObject({
      kind: 'held-lane',
      workloadId: 'shop-id',
    });
  });

  it('is the lane that is held before anything was placed', () => {
    const open = [
      {
        ...scopeTarget().workload,
        summary: { state: 'scheduling-suspended' as const, flags: [] },
      },
    ];
    expect(nextStep(promotionScope({ open })).kind).toBe('held-lane');
  });

  it.each([
    [
      'the gate that a run will come to',
      [going({ state: 'upcoming' })],
      pipeline,
      'gate',
      'promotion.next.upcomingGate',
    ],
    [
      'the run on its way',
      [going({ state: 'approved' })],
      pipeline,
      'sync',
      'promotion.next.run',
    ],
    [
      'the pipeline to sync',
      [scopeRun()],
      behind,
      'sync',
      'promotion.next.sync',
    ],
    [
      'a change in the repository',
      [scopeRun()],
      pipeline,
      'no-actuator',
      'promotion.next.repository',
    ],
  ])('is %s', (_, runs, item, kind, code) => {
    const scope = promotionScope({ deliveries: [{ pipeline: item }], runs });
    const step = nextStep(scope);
    expect([step.kind, step.sentence.code]).toEqual([kind, code]);
  });

  it('is nothing the portal knows of, with the link to the change', () => {
    expect(nextStep(promotionScope(), 'https://compare')).toMatchObject({
      kind: 'no-actuator',
      sentence: { code: 'promotion.next.none' },
      url: 'https://compare',
    });
    expect(nextStep(promotionScope())).not.toHaveProperty('url');
  });
});
