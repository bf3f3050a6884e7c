import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { PipecdActions } from './act/PipecdActions';
import { PipecdGates } from './act/PipecdGates';
import { ControlPlaneSettings } from './config/readControlPlane';
import { ProjectSettings } from './config/readProject';
import { connect } from './connect';
import { PipecdRuns } from './PipecdRuns';
import { ProjectReader } from './ProjectReader';
import { ControlPlane } from './wire/ControlPlane';

/**
 * One project of a PipeCD control plane.
 *
 * @internal
 */
export class PipecdSource implements DeliverySource {
  static create(options: {
    controlPlane: ControlPlane;
    controlPlaneSettings: ControlPlaneSettings;
    settings: ProjectSettings;
  }): PipecdSource {
    return new PipecdSource(options);
  }

  readonly id: string;
  readonly type = 'pipecd';
  readonly product = 'PipeCD';
  readonly title?: string;
  readonly runs: PipecdRuns;
  readonly gates: PipecdGates;
  readonly actions: PipecdActions;

  private constructor({
    controlPlane,
    controlPlaneSettings,
    settings,
  }: {
    controlPlane: ControlPlane;
    controlPlaneSettings: ControlPlaneSettings;
    settings: ProjectSettings;
  }) {
    const { name, title, identity, configKey } = settings;
    const client = connect(controlPlane, controlPlaneSettings, settings);
    const reader = ProjectReader.create(client);
    this.id = name;
    this.title = title ?? controlPlaneSettings.title;
    this.runs = PipecdRuns.create({
      reader,
      settings,
      webUrl: controlPlaneSettings.url,
    });
    this.gates = PipecdGates.create({ client, reader, identity, configKey });
    this.actions = PipecdActions.create({
      client,
      reader,
      identity,
      configKey,
    });
  }
}
