import { LaneHold } from '@fairway/backstage-plugin-multicluster-node';
import { clustersOfLane } from './clustersOfLane';
import { LaneTarget } from './LaneFacts';

const hold = (form: LaneHold['form'], clusters: string[] = []): LaneHold => ({
  form,
  clusters,
  ours: true,
  command: '',
});
const held = hold('all');

/** What is on `m1`: a state of the cluster, and for each workload its lifecycle, with copies that run and are wanted. */
const target = (
  clusterState: string,
  lifecycle: string,
  ready?: number,
  desired?: number,
  heldBack?: number,
) =>
  ({
    placementKey: 'p',
    cluster: 'm1',
    clusterState,
    derived: {
      axes: { lifecycle, delivery: 'applied', health: 'healthy' },
      replicas: { ready, desired },
      ...(heldBack !== undefined && { heldBack }),
    },
  } as unknown as LaneTarget);

const fine = [target('ready', 'desired', 2, 2)];

describe('clustersOfLane', () => {
  it.each`
    targets                                                              | by                      | waiting   | state          | says                     | why
    ${fine}                                                              | ${held}                 | ${[]}     | ${'released'}  | ${'lane.view.released'}  | ${'has what it was given'}
    ${fine}                                                              | ${held}                 | ${['m1']} | ${'held'}      | ${'lane.view.held'}      | ${'waits for a release'}
    ${fine}                                                              | ${hold('clusters', [])} | ${['m1']} | ${'releasing'} | ${'lane.view.releasing'} | ${'is being released'}
    ${[target('ready', 'desired', 2, 4)]}                                | ${held}                 | ${[]}     | ${'released'}  | ${'lane.view.short'}     | ${'is short of copies that it was given'}
    ${[target('ready', 'desired', 2, 4, 2)]}                             | ${held}                 | ${[]}     | ${'held'}      | ${'lane.view.short'}     | ${'is short of copies that are held back'}
    ${[target('not-ready', 'desired', 2, 2)]}                            | ${held}                 | ${[]}     | ${'lost'}      | ${'lane.view.lost'}      | ${'is lost, and last reported well'}
    ${[target('unreachable', 'evicting', 2)]}                            | ${held}                 | ${['m1']} | ${'lost'}      | ${'lane.view.lost'}      | ${'is lost, and what it has is to go'}
    ${[target('ready', 'evicting', 2)]}                                  | ${held}                 | ${[]}     | ${'leaving'}   | ${'lane.view.leaving'}   | ${'is drained, and still runs well'}
    ${[target('ready', 'leaving', 2)]}                                   | ${held}                 | ${[]}     | ${'leaving'}   | ${'lane.view.leaving'}   | ${'was left'}
    ${[target('ready', 'awaiting-purge', 2)]}                            | ${hold('clusters', [])} | ${[]}     | ${'leaving'}   | ${'lane.view.leaving'}   | ${'keeps copies until others are up'}
    ${[target('leaving', 'desired', 2, 2)]}                              | ${held}                 | ${[]}     | ${'leaving'}   | ${'lane.view.leaving'}   | ${'is being taken out of the fleet'}
    ${[target('ready', 'leaving', 1), target('ready', 'desired', 2, 2)]} | ${held}                 | ${[]}     | ${'released'}  | ${'lane.view.released'}  | ${'was left by one of two'}
    ${[target('never-reported', 'desired', 0, 2)]}                       | ${held}                 | ${[]}     | ${'unknown'}   | ${'lane.view.unknown'}   | ${'never said anything'}
    ${[target('unavailable', 'desired', 2, 2)]}                          | ${held}                 | ${[]}     | ${'unknown'}   | ${'lane.view.unknown'}   | ${'cannot be asked'}
  `('is $state where it $why', ({ targets, by, waiting, state, says }) => {
    expect(clustersOfLane({ targets }, by, waiting)).toMatchObject([
      { cluster: 'm1', state, sentence: { code: says } },
    ]);
  });
});
