import {
  ActionPreview,
  ActionResult,
} from '@fairway/backstage-plugin-multicluster-common';
import { ClustersFacet } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { wholeText } from '../model/wholeText';
import { Acting } from '../../service/Acting';
import {
  ClusterActionInput,
  ClusterActor,
  ClusterName,
} from '../../service/ClusterActionService';
import { SourceRegistry } from '../../service/SourceRegistry';
import { ClusterRow } from '../../views/clusters/ClusterRow';
import { selectClusterRows } from '../../views/clusters/selectClusterRows';
import { Environments } from '../../views/platform/Environments';
import { refuse } from '../engine/refuse';
import { ApprovalStore } from '../store/ApprovalStore';
import { checkOfResult } from './checkOfResult';
import { ActionLedger } from '../ledger/ActionLedger';
import { effectsOfCordon } from './effectsOfCordon';
import { answerOfResult } from './answerOfResult';
import { readCordonReach } from './readCordonReach';

const DEADLINE_MS = 10_000;

interface Options {
  knex: Knex;
  store: ApprovalStore;
  sources: Pick<SourceRegistry, 'get'>;
  environments: Environments;
}

interface Found {
  cluster: ClusterRow & Required<Pick<ClusterRow, 'fact'>>;
  clusters: ClusterRow[];
  facet: ClustersFacet;
}

/**
 * Cordons and uncordons clusters. A dry run asks the control plane itself and says what the cordon reaches; the real request
 * carries the resourceVersion that was looked at, and is refused when it is another by then.
 */
export class DefaultClusterActor implements ClusterActor {
  readonly #options: Options;
  readonly #ledger: ActionLedger;

  static create(options: Options): ClusterActor {
    return new DefaultClusterActor(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#ledger = ActionLedger.create(options.store);
  }

  async manage(
    name: ClusterName,
    input: ClusterActionInput,
    acting: Acting,
  ): Promise<ActionPreview | undefined> {
    const found = await this.#find(name);
    if (!found) {
      return undefined;
    }
    return input.dryRun
      ? this.#look(found, input, acting)
      : this.#change(found, input, acting);
  }

  async #find({ controlPlane, name }: ClusterName): Promise<Found | undefined> {
    const facet = this.#options.sources.get(controlPlane)?.clusters;
    if (!facet) {
      return undefined;
    }
    const clusters = await selectClusterRows(this.#options.knex);
    const cluster = clusters.find(
      item => item.controlPlane === controlPlane && item.name === name,
    );
    return cluster?.fact && cluster.present
      ? { cluster: { ...cluster, fact: cluster.fact }, clusters, facet }
      : undefined;
  }

  async #look(
    found: Found,
    input: ClusterActionInput,
    acting: Acting,
  ): Promise<ActionPreview> {
    const { cluster, facet } = found;
    const [result, reach] = await Promise.all([
      this.#ask(found, input, acting),
      readCordonReach(this.#options.knex, cluster, { ...found, facet }),
    ]);
    return {
      checks: [checkOfResult(result)],
      effects: effectsOfCordon(input.action, reach),
      ...(result.precondition && { resourceVersion: result.precondition }),
      done: false,
    };
  }

  async #change(
    found: Found,
    input: ClusterActionInput,
    acting: Acting,
  ): Promise<ActionPreview> {
    const reason = wholeText(input.reason);
    if (!reason) {
      throw refuse('REASON_REQUIRED');
    }
    const { resourceVersion } = input;
    if (!resourceVersion) {
      throw refuse('PRECONDITION_REQUIRED');
    }
    const { cluster } = found;
    return this.#ledger.run(acting, {
      of: {
        action: `cluster.${input.action}`,
        ...this.#environmentOf(cluster),
        payload: {
          controlPlane: cluster.controlPlane,
          cluster: cluster.name,
        },
      },
      asked: { reason, resourceVersion },
      send: () => this.#ask(found, input, acting),
      answer: answerOfResult,
    });
  }

  /** Nothing that a source throws is shown: what it says is a sentence, and the rest is a defect. */
  async #ask(
    { facet, cluster }: Found,
    { action, dryRun, resourceVersion }: ClusterActionInput,
    { caller }: Acting,
  ): Promise<ActionResult> {
    const capability = facet.capabilities().find(item => item.name === action);
    if (!capability?.available) {
      const [mode = 'service'] = capability?.identityModes ?? [];
      return {
        outcome: 'refused',
        ...(capability?.reason && { sentence: capability.reason }),
        actedAs: { mode },
        retryable: false,
      };
    }
    return facet.manage({
      action,
      cluster: cluster.fact,
      caller,
      dryRun,
      ...(!dryRun && { precondition: resourceVersion }),
      deadlineMs: DEADLINE_MS,
      signal: AbortSignal.timeout(2 * DEADLINE_MS),
    });
  }

  #environmentOf({ controlPlane, name, fact }: Found['cluster']) {
    const environment = this.#options.environments.of({
      controlPlane,
      name,
      labels: fact.labels,
    });
    return environment ? { environment } : {};
  }
}
