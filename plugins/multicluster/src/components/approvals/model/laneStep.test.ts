import { laneStep } from './laneStep';

describe('laneStep', () => {
  it.each`
    key                     | name               | clusters            | wave
    ${'cluster/member1'}    | ${'step.laneWave'} | ${'member1'}        | ${''}
    ${'wave/member1+edge2'} | ${'step.laneWave'} | ${'member1, edge2'} | ${''}
    ${'hold'}               | ${'step.laneHold'} | ${''}               | ${''}
    ${'hold/2'}             | ${'step.laneHold'} | ${''}               | ${''}
    ${'continue/2'}         | ${'step.laneAsk'}  | ${''}               | ${'2'}
  `('$key: $name $clusters$wave', ({ key, name, clusters, wave }) => {
    expect(laneStep(key, ', ')).toEqual({
      key: name,
      params: { clusters, wave },
    });
  });

  it('names clusters in the way of the language', () => {
    expect(laneStep('wave/member1+edge2', '、')?.params.clusters).toBe(
      'member1、edge2',
    );
  });

  it.each(['answer', 'voter/user:default/ann', 'holdup'])(
    '%s is none of a lane',
    key => {
      expect(laneStep(key, ', ')).toBeUndefined();
    },
  );
});
