import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DeliverySource,
  GatesFacet,
  RunsFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import { decidedInTheTool } from './decidedInTheTool';
import { derive } from './derive';
import { observe } from './observe';
import { readLog } from './readLog';
import { SampleToolClient } from './SampleToolClient';

/** One instance of the tool as a source. @internal */
export class SampleToolSource implements DeliverySource {
  /** @throws Error when the configuration cannot be used; its message names no value of a secret */
  static fromConfig(config: Config, configKey: string): SampleToolSource {
    const url = config.getString('url');
    if (!/^https?:\/\//.test(url)) {
      throw new InputError(`${configKey}.url: must begin with http or https`);
    }
    return new SampleToolSource({
      id: config.getString('name'),
      title: config.getOptionalString('title'),
      url,
      token: config.getString('token'),
    });
  }

  readonly type = 'sample-tool';
  readonly id: string;
  readonly title?: string;
  readonly runs: RunsFacet;
  readonly gates: GatesFacet;

  private constructor(options: {
    id: string;
    title?: string;
    url: string;
    token: string;
  }) {
    this.id = options.id;
    this.title = options.title;
    const client = SampleToolClient.create(options);
    this.runs = {
      // Raise it when project or derive change: everything is then read and derived again.
      version: '1',
      annotations: { names: 'sample-tool.example.org/pipelines' },
      capabilities: () => [
        { name: 'runs', available: true, identityMode: 'service' },
        { name: 'logs', available: true, identityMode: 'service' },
      ],
      observe: context => observe(client, context),
      derive,
      log: request => readLog(client, request, [options.token]),
    };
    this.gates = decidedInTheTool;
  }
}
