import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readControlPlane } from '../config';
import { connect } from '../connect';
import { KarmadaSource } from '../KarmadaSource';

/** A source as the module would make it of one entry of the configuration. */
export function createSource(entry: JsonObject): KarmadaSource {
  const config = new ConfigReader({ name: 'karmada', ...entry });
  const key = 'multicluster.karmada.controlPlanes[0]';
  return KarmadaSource.create(
    readControlPlane(config, key),
    connect(config, key),
  );
}
