/** What a step of a lane is for, in words of the reader. */
export interface LaneStepText {
  key: 'step.laneWave' | 'step.laneHold' | 'step.laneAsk';
  params: { clusters: string; wave: string };
}

/**
 * Reads the key of a step: `cluster/<name>`, `wave/<name>+<name>`, `hold`, `hold/<n>`, `continue/<n>`. Undefined: it is none of a
 * lane.
 *
 * @param comma - between two names, in the language of the reader
 * @internal
 */
export function laneStep(key: string, comma: string): LaneStepText | undefined {
  const text = (name: LaneStepText['key'], clusters = '', wave = '') => ({
    key: name,
    params: { clusters, wave },
  });
  const [, what, rest = ''] =
    /^(cluster|wave|continue|hold)(?:\/(.+))?$/.exec(key) ?? [];
  switch (what) {
    case 'cluster':
    case 'wave':
      return text('step.laneWave', rest.split('+').join(comma));
    case 'continue':
      return text('step.laneAsk', '', rest);
    case 'hold':
      return text('step.laneHold');
    default:
      return undefined;
  }
}
