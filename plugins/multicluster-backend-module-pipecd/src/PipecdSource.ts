import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { deciding } from './act/deciding';
import { PipecdActions } from './act/PipecdActions';
import { PipecdGates } from './act/PipecdGates';
import { ControlPlaneSettings } from './config/readControlPlane';
import { ProjectSettings } from './config/readProject';
import { connect } from './connect';
import { PipecdActAs } from './PipecdActAs';
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
    /** Absent: nothing is done there in the name of a person. */
    actAs?: PipecdActAs;
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
    actAs,
  }: {
    controlPlane: ControlPlane;
    controlPlaneSettings: ControlPlaneSettings;
    settings: ProjectSettings;
    actAs?: PipecdActAs;
  }) {
    const { name, title, identity, configKey } = settings;
    const client = connect(controlPlane, controlPlaneSettings, settings, actAs);
    const reader = ProjectReader.create(client);
    this.id = name;
    this.title = title ?? controlPlaneSettings.title;
    this.runs = PipecdRuns.create({
      reader,
      settings,
      identityModes: deciding(client.sessions),
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
