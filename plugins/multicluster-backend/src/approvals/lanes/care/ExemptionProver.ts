import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import {
  exemptionOf,
  LaneChangeFacts,
  LaneExempt,
} from '../../rules/exemptionOf';
import { ApprovalStore } from '../../store/ApprovalStore';
import { LaneSight } from '../LaneCare';
import { LaneReading } from '../LaneReading';
import { Environments } from '../../../views/platform/Environments';
import { KnownCluster, lostClusters } from './lostClusters';
import { movedClusters } from './movedClusters';
import { selectClusters } from './selectClusters';

/** Why what a lane holds needs no new approval, with the digests that prove it. */
export interface ProvenExemption extends LaneExempt {
  /** To be released. */
  clusters: string[];
  /** Lost or being drained. */
  lost: string[];
  proof: JsonObject;
}

/** Puts together what is asked of `exemptionOf`: what is held now, what was approved before, and what was lost. */
export class ExemptionProver {
  static create(options: {
    knex: Knex;
    store: Pick<ApprovalStore, 'now'>;
    environments: Pick<Environments, 'ofTarget'>;
  }): ExemptionProver {
    return new ExemptionProver(options);
  }

  readonly #knex: Knex;
  readonly #store: Pick<ApprovalStore, 'now'>;
  readonly #environments: Pick<Environments, 'ofTarget'>;

  private constructor(options: Parameters<typeof ExemptionProver.create>[0]) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#environments = options.environments;
  }

  /** Undefined: it needs an approval like any other change. */
  async prove(
    sight: Pick<LaneSight, 'reading' | 'given' | 'changes'>,
    { exempt, by }: Pick<LaneChangeFacts, 'exempt' | 'by'>,
  ): Promise<ProvenExemption | undefined> {
    const { reading, given, changes } = sight;
    const { held } = changes;
    const known = await selectClusters(this.#knex, reading.lane.source);
    const lost = lostClusters(
      given.map(({ cluster }) => cluster),
      known,
    );
    const now = Object.fromEntries(
      held.map(cluster => {
        const { digest, digestWithoutReplicas } = reading.clusters[cluster];
        return [cluster, { digest, digestWithoutReplicas }];
      }),
    );
    const found = exemptionOf({
      now,
      movedTo: movedClusters({
        now,
        given,
        lost,
        environmentsOf: cluster =>
          this.#environmentsOf(reading, known.get(cluster), cluster),
      }),
      absent: held.filter(name => reading.clusters[name].absent),
      given,
      exempt,
      by,
      at: await this.#store.now(),
    });
    return (
      found && {
        ...found,
        clusters: held,
        lost,
        proof: {
          held: now,
          lost,
          given: given
            .filter(item =>
              held.some(
                name =>
                  now[name].digestWithoutReplicas ===
                  item.digestWithoutReplicas,
              ),
            )
            .map(item => ({
              cluster: item.cluster,
              digest: item.digest,
              appliedAt: item.appliedAt,
              approved: item.approved,
              ...(item.requestId && { requestId: item.requestId }),
            })),
        },
      }
    );
  }

  #environmentsOf(
    { lane, facts }: LaneReading,
    known: KnownCluster | undefined,
    name: string,
  ): string[] {
    const { source: controlPlane } = lane;
    const cluster = { controlPlane, name, labels: known?.labels ?? {} };
    return facts.workloads.map(
      workload => this.#environments.ofTarget({ cluster, workload }) ?? '',
    );
  }
}
