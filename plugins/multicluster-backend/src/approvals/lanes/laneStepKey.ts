/** What a step of a lane is for. `before`: the number of a wave, from 1; absent: at the end. */
export type LaneStep =
  | { what: 'release'; clusters: string[] }
  | { what: 'hold'; before?: number }
  | { what: 'ask'; before: number };

/**
 * What a step is for, as its key: `cluster/<name>`, `wave/<name>+<name>`, `hold`, `hold/<n>`, `continue/<n>`. Everything that a step
 * needs is in it, so that no policy that changes meanwhile makes another thing of it. Names of clusters have no `+`.
 */
export const laneStepKey = {
  of(step: LaneStep): string {
    switch (step.what) {
      case 'release':
        return step.clusters.length === 1
          ? `cluster/${step.clusters[0]}`
          : `wave/${step.clusters.join('+')}`;
      case 'ask':
        return `continue/${step.before}`;
      default:
        return step.before === undefined ? 'hold' : `hold/${step.before}`;
    }
  },

  /** Throws for what is none. */
  read(key: string): LaneStep {
    const [what, rest] = [
      key.split('/', 1)[0],
      key.slice(key.indexOf('/') + 1),
    ];
    switch (what) {
      case 'cluster':
        return { what: 'release', clusters: [rest] };
      case 'wave':
        return { what: 'release', clusters: rest.split('+') };
      case 'continue':
        return { what: 'ask', before: Number(rest) };
      case 'hold':
        return key === 'hold'
          ? { what: 'hold' }
          : { what: 'hold', before: Number(rest) };
      default:
        throw new Error(`No step of a lane is called '${key}'`);
    }
  },
};
