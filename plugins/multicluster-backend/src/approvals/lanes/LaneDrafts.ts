import {
  ApprovalSubject,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { Environments } from '../../views/platform/Environments';
import { RunRecord } from '../../views/runs/RunRecord';
import { RequestDraft } from '../engine/ApprovalEngine';
import { refusalOf } from '../observe/refusalOf';
import { RequestRules } from '../observe/RequestRules';
import { gateKeyOf } from '../subject/gateKeyOf';
import { requestersOf } from '../subject/requestersOf';
import { changeOfLane } from './changeOfLane';
import { imagesOfLane } from './imagesOfLane';
import { LanePolicies } from './LanePolicies';
import { LaneReading } from './LaneReading';
import { selectLaneRuns } from './selectLaneRuns';
import { subjectOfLane } from './subjectOfLane';
import { wavesOf } from './wavesOf';

interface Options {
  knex: Knex;
  sources: Pick<SourceRegistry, 'get' | 'all'>;
  environments: Environments;
  policies: LanePolicies;
  rules: Pick<RequestRules, 'digestOf' | 'personOf'>;
}

/** How many names of clusters a title says. */
const FEW = 3;

/** What requests about lanes are opened with. */
export class LaneDrafts {
  static create(options: Options): LaneDrafts {
    return new LaneDrafts(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @param clusters - to be released, see heldChanges
   * @param stored - the subject of the request that is open: a policy that changed is no other subject
   */
  async draft(
    reading: LaneReading,
    clusters: readonly string[],
    stored?: ApprovalSubject,
  ): Promise<RequestDraft> {
    const { rules, policies } = this.#options;
    const { lane, facts } = reading;
    const { source, policyKey } = lane;
    const released = [...clusters].sort();
    const environments = this.#environmentsOf(reading, released);
    const [given, change] = await Promise.all([
      policies.of({
        source,
        name: facts.policy.name,
        environments,
        entities: facts.entities,
      }),
      this.#change(reading, released),
    ]);
    const { policy } = given;
    const subject = subjectOfLane(reading, released, {
      ...(change.commit && { commit: change.commit }),
      policyHash: stored?.policyHash ?? given.hash,
    });
    const requesters = requestersOfRuns(change.runs, rules.personOf);
    const detail = {
      ...this.#detailOf(reading),
      waves: wavesOf(released, policy.waves),
      environments,
      withoutReplicas: Object.fromEntries(
        released.map(cluster => [
          cluster,
          reading.clusters[cluster].digestWithoutReplicas,
        ]),
      ),
    };
    const refusal = refusalOf({
      policy,
      platform: given.refusal,
      delivery: 'worker',
      entities: facts.entities,
      // What is held is known to the last byte; which commit it came of adds nothing to what is decided about.
      subject: { ...subject, commit: subject.commit ?? '' },
      requesters,
      detail: {},
    });
    const [newest] = change.runs;
    return {
      gateKey: gateKeyOf({ kind: 'lane', source, policyKey }),
      kind: 'lane',
      source,
      policyKey,
      title: titleOf(facts.policy.name, released),
      ...(given.environment && { environment: given.environment }),
      subject,
      subjectDigest: rules.digestOf(subject),
      ...(newest?.fact.commit && {
        changeKey: `commit|${newest.fact.commit.sha}`,
      }),
      policy,
      policyHash: given.hash,
      requesters,
      enforcement: 'enforced',
      identityMode: this.#identityMode(source),
      delivery: 'worker',
      detail,
      ...(refusal && { refusal }),
      entities: facts.entities,
    };
  }

  /** In the order of promotion, all of which judge it; see policyOfAll for the one that it is listed by. */
  #environmentsOf({ facts }: LaneReading, clusters: string[]): string[] {
    const found = new Set(
      clusters.flatMap(cluster => {
        const own = facts.targets.filter(item => item.cluster === cluster);
        return own.length > 0 ? own.map(item => item.environment ?? '') : [''];
      }),
    );
    return ['', ...facts.environments].filter(name => found.has(name));
  }

  async #change({ facts, content }: LaneReading, clusters: string[]) {
    const { knex, sources } = this.#options;
    const pipelines = await selectLaneRuns(
      knex,
      sources,
      facts.workloads.map(({ rowId }) => rowId),
    );
    return changeOfLane(pipelines, imagesOfLane(content, clusters));
  }

  #detailOf({
    lane,
    content,
  }: LaneReading): Pick<RequestDraft['detail'], 'tool' | 'notes'> {
    const source = this.#options.sources.get(lane.source);
    const tool = source?.product ?? source?.type;
    return {
      ...(tool && { tool }),
      notes: [...content.notes, sentence('lane.note.enforced')],
    };
  }

  #identityMode(source: string): RequestDraft['identityMode'] {
    const facet = this.#options.sources.get(source)?.lanes;
    return facet?.capabilities().identityModes[0] ?? 'service';
  }
}

function requestersOfRuns(
  runs: readonly RunRecord[],
  personOf: RequestRules['personOf'],
): RequestDraft['requesters'] {
  const all = runs.flatMap(({ fact }) => requestersOf(fact, personOf));
  const seen = new Set<string>();
  return all.filter(({ nativeId, role }) => {
    const key = JSON.stringify([nativeId, role]);
    return seen.size !== seen.add(key).size;
  });
}

/** What a person is asked: text, never markup. */
function titleOf(policy: string, clusters: string[]): string {
  const to =
    clusters.length > FEW ? `${clusters.length} clusters` : clusters.join(', ');
  return `${policy} to ${to}`;
}
