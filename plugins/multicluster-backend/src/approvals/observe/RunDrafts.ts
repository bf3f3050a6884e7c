import { ApprovalSubject } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { Environments } from '../../views/platform/Environments';
import { RunRecord } from '../../views/runs/RunRecord';
import { RequestDraft } from '../engine/ApprovalEngine';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { RequestRecord } from '../model/RequestRecord';
import { stricterOf } from '../rules/policy/stricterOf';
import { Applied } from '../subject/Applied';
import { environmentsOfGate } from '../subject/environmentsOfGate';
import { requestersOf } from '../subject/requestersOf';
import { settledSubject } from '../subject/settledSubject';
import { subjectOfRun } from '../subject/subjectOfRun';
import { deliveryOfGate } from './deliveryOfGate';
import { detailOfDraft } from './detailOfDraft';
import { DraftGate } from './DraftGate';
import { keysOfDraft } from './keysOfDraft';
import { JoinedPolicy, policyOfAll } from './policyOfAll';
import { refusalOf } from './refusalOf';
import { RequestRules } from './RequestRules';
import { readRunGrounds, RunGrounds } from './readRunGrounds';

interface Options {
  knex: Knex;
  sources: Pick<SourceRegistry, 'get'>;
  environments: Environments;
  rules: RequestRules;
}

/** Of the request that is open. */
type StoredRequest = Pick<
  RequestRecord,
  'subject' | 'subjectDigest' | 'policy'
>;

/** What a request about a gate of a run is opened with, from what is stored. */
export class RunDrafts {
  static create(options: Options): RunDrafts {
    return new RunDrafts(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What drafts of some runs stand on, in a number of statements that does not grow with them. */
  async grounds(records: readonly RunRecord[]): Promise<RunGrounds> {
    return readRunGrounds(
      this.#options,
      records.map(({ pipeline }) => pipeline),
    );
  }

  /**
   * @param stored - the request that is open: knowing more of the same is no change, and its policy is never loosened
   * @param grounds - as just read, of this run among others; absent: they are read
   */
  async draft(
    record: RunRecord,
    gate: DraftGate,
    stored?: StoredRequest,
    grounds?: RunGrounds,
  ): Promise<RequestDraft> {
    const { rules, sources } = this.#options;
    const { fact, pipeline } = record;
    const source = sources.get(pipeline.source);
    const groundsOf = grounds ?? (await this.grounds([record]));
    const { entities, applied } = groundsOf(pipeline);
    const reached = this.#reached(record, gate, applied);
    const given = await this.#given(pipeline, reached, entities);
    const about = subjectOfRun(record, idOf(gate), applied, given.hash);
    const { subject, subjectDigest, judgedBy } = this.#settled(
      about,
      given,
      stored,
    );
    const requesters = requestersOf(fact, rules.personOf);
    const means =
      gate.kind === 'gate'
        ? deliveryOfGate(source?.gates?.capabilities() ?? [], gate.gate)
        : ({ identityMode: 'pull', delivery: 'worker' } as const);
    const detail = detailOfDraft(record, gate, source);
    const refusal = refusalOf({
      policy: judgedBy,
      platform: given.refusal,
      delivery: means.delivery,
      entities,
      subject,
      requesters,
      detail,
    });
    const { environment } = given;
    return {
      ...keysOfDraft(record, gate),
      kind: gate.kind,
      source: pipeline.source,
      title: titleOf(record, environment),
      ...(environment && { environment }),
      subject,
      subjectDigest,
      ...(fact.commit && { changeKey: `commit|${fact.commit.sha}` }),
      policy: given.policy,
      policyHash: given.hash,
      requesters,
      enforcement: gate.kind === 'gate' ? gate.gate.enforcement : 'cooperative',
      ...means,
      detail: {
        ...detail,
        ...(reached.length > 0 && { environments: reached }),
      },
      ...(refusal && { refusal }),
      entities,
      ...deadlineOf(gate),
    };
  }

  /** Environments that what is behind the gate reaches, in the order of promotion. */
  #reached(
    { fact, pipeline, derived }: RunRecord,
    gate: DraftGate,
    applied: Applied,
  ): string[] {
    const { source, name } = pipeline;
    const labels = { ...pipeline.fact?.labels, ...fact.labels };
    return environmentsOfGate(
      this.#options.environments,
      { source, name, labels },
      derived.stages,
      gate.kind === 'gate' ? gate.gate.stageId : gate.stageId,
      applied.environments,
    );
  }

  async #given(
    { source, name }: RunRecord['pipeline'],
    reached: string[],
    entities: RequestRecord['entities'],
  ): Promise<JoinedPolicy> {
    // Who merely claims a pipeline tightens nothing: it could keep the owners from ever deciding.
    const entityRefs = entities
      .filter(({ confirmed }) => confirmed)
      .map(({ entityRef }) => entityRef);
    const about = { source, pipeline: name, entityRefs };
    return policyOfAll(this.#options.rules, reached, about);
  }

  /** What is decided about, and by what: another subject than is stored is voted on anew, by the policy as it is by now. */
  #settled(
    about: ApprovalSubject,
    given: JoinedPolicy,
    stored: StoredRequest | undefined,
  ): {
    subject: ApprovalSubject;
    subjectDigest: string;
    judgedBy: ApprovalPolicy;
  } {
    const { rules } = this.#options;
    const settled = stored ? settledSubject(stored.subject, about) : about;
    const isSame = rules.digestOf(settled) === stored?.subjectDigest;
    const subject = isSame ? settled : { ...settled, policyHash: given.hash };
    return {
      subject,
      subjectDigest: rules.digestOf(subject),
      judgedBy:
        isSame && stored && given.refusal !== 'POLICY_INVALID'
          ? stricterOf(stored.policy, given.policy)
          : given.policy,
    };
  }
}

function idOf(gate: DraftGate): { kind: DraftGate['kind']; id: string } {
  return gate.kind === 'gate'
    ? { kind: 'gate', id: gate.gate.id }
    : { kind: 'pull', id: gate.name };
}

/** What a person is asked: text of the tool, never markup. */
function titleOf(
  { fact, pipeline }: RunRecord,
  environment: string | undefined,
): string {
  const images = fact.artifacts.filter(({ kind }) => kind === 'image');
  const version = images.length === 1 ? ` ${images[0].version}` : '';
  const to = environment ? ` to ${environment}` : '';
  return `${pipeline.name}${version}${to}`;
}

/** A deadline that is only the tool's default, and may begin anew with each restart, ends nothing here. */
function deadlineOf(gate: DraftGate): Pick<RequestDraft, 'toolDeadline'> {
  const { expiresAt, expiryAssumed } = gate.kind === 'gate' ? gate.gate : {};
  return expiresAt && !expiryAssumed
    ? { toolDeadline: Date.parse(expiresAt) }
    : {};
}
