import { deployment, deploymentV1, stage } from '../__fixtures__/objects';
import { RawDeployment } from '../wire/messages';
import { projectStages } from './projectStages';

const keysOf = (raw: RawDeployment) =>
  projectStages(raw, {}).map(({ key, hidden }) => `${key}${hidden ? '?' : ''}`);

describe('projectStages', () => {
  it('leaves out the temporary stages of a deployment that is not planned', () => {
    const stages = [stage('K8S_SYNC', 0)];
    expect(keysOf(deployment({ status: undefined, stages }))).toEqual([]);
  });

  it('tells the rollbacks of scripts of a v0 run apart, which share one id', () => {
    const stages = [
      stage('SCRIPT_RUN', 3, 20, { id: 'stage-0' }),
      stage('SCRIPT_RUN_ROLLBACK', 2, 30, { id: 'ScriptRunRollback' }),
      stage('SCRIPT_RUN_ROLLBACK', 1, 35, { id: 'ScriptRunRollback' }),
    ];
    expect(keysOf(deployment({ stages }))).toEqual([
      'stage-0',
      'ScriptRunRollback',
      'ScriptRunRollback#2',
    ]);
  });

  it('hides a v0 stage that is not visible, and a v1 rollback that does not run', () => {
    const v0 = [
      stage('A', 2, 1),
      stage('ROLLBACK', 0, undefined, { visible: undefined }),
    ];
    const v1 = [
      stage('A', 2, 1, { visible: undefined }),
      stage('B_ROLLBACK', 0, undefined, { visible: undefined, rollback: true }),
      stage('C_ROLLBACK', 1, 5, { visible: undefined, rollback: true }),
    ];
    expect(keysOf(deployment({ stages: v0 }))).toEqual(['a', 'rollback?']);
    expect(keysOf(deploymentV1({ stages: v1 }))).toEqual([
      'a',
      'b_rollback?',
      'c_rollback',
    ]);
  });

  it('knows v1 by an operation of a stage when the rest does not tell', () => {
    const stages = [
      stage('A', 0, undefined, { visible: undefined, available_operation: 3 }),
    ];
    expect(keysOf(deployment({ stages }))).toEqual(['a']);
  });

  it('requires nothing that is hidden', () => {
    const stages = [
      stage('ROLLBACK', 0, undefined, { visible: undefined }),
      stage('A', 1, 1, { requires: ['rollback', 'a', 'nowhere'] }),
    ];
    expect(projectStages(deployment({ stages }), {})[1].requires).toEqual([]);
  });

  it('takes a stage named like a rollback for what a v1 plugin says it is', () => {
    const stages = [stage('TEST_ROLLBACK', 1, 1, { available_operation: 3 })];
    expect(projectStages(deploymentV1({ stages }), {})[0].rollback).toBe(
      undefined,
    );
  });

  it('keeps the time an analysis took only once it does not grow any more', () => {
    const metadata = { elapsedTime: '10s' };
    const elapsed = (status: number) =>
      projectStages(
        deployment({ stages: [stage('ANALYSIS', status, 1, { metadata })] }),
        {},
      )[0].elapsed;
    expect([elapsed(1), elapsed(5)]).toEqual([undefined, '10s']);
  });
});
