import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { GateCapability } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { Environments } from '../../views/platform/Environments';
import { RunRecord } from '../../views/runs/RunRecord';
import { RequestDraft } from '../engine/ApprovalEngine';
import { RequestDetail, RequestRecord } from '../model/RequestRecord';
import { stricterOf } from '../rules/policy/stricterOf';
import { environmentsOfGate } from '../subject/environmentsOfGate';
import { gateKeyOf } from '../subject/gateKeyOf';
import { requestersOf } from '../subject/requestersOf';
import { settledSubject } from '../subject/settledSubject';
import { subjectOfRun } from '../subject/subjectOfRun';
import { deliveryOfGate } from './deliveryOfGate';
import { policyOfAll } from './policyOfAll';
import { refusalOf } from './refusalOf';
import { RequestRules } from './RequestRules';
import { readRunGrounds, RunGrounds } from './readRunGrounds';

interface Options {
  knex: Knex;
  sources: Pick<SourceRegistry, 'get'>;
  environments: Environments;
  rules: RequestRules;
}

/** A gate of a run: one that its tool waits at, or the name by which a stage of it asks. */
export type DraftGate =
  | { kind: 'gate'; gate: Gate }
  | { kind: 'pull'; name: string; stageId?: string };

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
    stored?: Pick<RequestRecord, 'subject' | 'subjectDigest' | 'policy'>,
    grounds?: RunGrounds,
  ): Promise<RequestDraft> {
    const { rules, environments, sources } = this.#options;
    const { fact, pipeline, derived } = record;
    const source = sources.get(pipeline.source);
    const groundsOf = grounds ?? (await this.grounds([record]));
    const { entities, applied } = groundsOf(pipeline);
    const stageId = gate.kind === 'gate' ? gate.gate.stageId : gate.stageId;
    const { source: sourceName, name } = pipeline;
    const reached = environmentsOfGate(
      environments,
      {
        source: sourceName,
        name,
        labels: { ...pipeline.fact?.labels, ...fact.labels },
      },
      derived.stages,
      stageId,
      applied.environments,
    );
    // Who merely claims a pipeline tightens nothing: it could keep the owners from ever deciding.
    const entityRefs = entities
      .filter(({ confirmed }) => confirmed)
      .map(({ entityRef }) => entityRef);
    const given = await policyOfAll(rules, reached, {
      source: sourceName,
      pipeline: name,
      entityRefs,
    });
    const { environment } = given;
    const about = subjectOfRun(record, idOf(gate), applied, given.hash);
    const settled = stored ? settledSubject(stored.subject, about) : about;
    const isSame = rules.digestOf(settled) === stored?.subjectDigest;
    // Another subject is voted on anew, by the policy as it is by now.
    const subject = isSame ? settled : { ...settled, policyHash: given.hash };
    const judgedBy =
      isSame && stored && given.refusal !== 'POLICY_INVALID'
        ? stricterOf(stored.policy, given.policy)
        : given.policy;
    const requesters = requestersOf(fact, rules.personOf);
    const able = source?.gates?.capabilities() ?? [];
    const { identityMode, delivery } =
      gate.kind === 'gate'
        ? deliveryOfGate(able, gate.gate)
        : ({ identityMode: 'pull', delivery: 'worker' } as const);
    const detail = {
      ...detailOf(record, gate, source?.product ?? source?.type),
      ...(gate.kind === 'gate' && { toolRejects: takesRejections(able) }),
    };
    const refusal = refusalOf({
      policy: judgedBy,
      platform: given.refusal,
      delivery,
      entities,
      subject,
      requesters,
      detail,
    });
    return {
      ...keysOf(record, gate),
      kind: gate.kind,
      source: sourceName,
      title: titleOf(record, environment),
      ...(environment && { environment }),
      subject,
      subjectDigest: rules.digestOf(subject),
      ...(fact.commit && { changeKey: `commit|${fact.commit.sha}` }),
      policy: given.policy,
      policyHash: given.hash,
      requesters,
      enforcement: gate.kind === 'gate' ? gate.gate.enforcement : 'cooperative',
      identityMode,
      delivery,
      detail: {
        ...detail,
        ...(reached.length > 0 && { environments: reached }),
      },
      ...(refusal && { refusal }),
      entities,
      ...deadlineOf(gate),
    };
  }
}

function takesRejections(capabilities: GateCapability[]): boolean {
  return capabilities.some(
    ({ verdict, available }) => verdict === 'reject' && available,
  );
}

function idOf(gate: DraftGate): { kind: DraftGate['kind']; id: string } {
  return gate.kind === 'gate'
    ? { kind: 'gate', id: gate.gate.id }
    : { kind: 'pull', id: gate.name };
}

function keysOf({ fact, pipeline }: RunRecord, gate: DraftGate) {
  const at = { source: pipeline.source, runKey: fact.key };
  const run = { runKey: fact.key, pipelineKey: fact.pipelineKey };
  if (gate.kind === 'pull') {
    const { kind, name } = gate;
    return {
      ...run,
      gateKey: gateKeyOf({ kind, ...at, gate: name }),
      gateId: name,
    };
  }
  const { id, version } = gate.gate;
  return {
    ...run,
    gateKey: gateKeyOf({
      kind: 'gate',
      ...at,
      gateId: id,
      gateVersion: version,
    }),
    gateId: id,
    gateVersion: version,
  };
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

function detailOf(
  { hash, fact, derived, pipeline }: RunRecord,
  gate: DraftGate,
  tool: string | undefined,
): RequestDetail {
  const stage =
    gate.kind === 'pull'
      ? derived.stages.find(({ id }) => id === gate.stageId)
      : undefined;
  const shown =
    gate.kind === 'gate'
      ? {
          gateTitle: gate.gate.description ?? gate.gate.title,
          ...(gate.gate.url && { gateUrl: gate.gate.url }),
          ...(!gate.gate.anyone && {
            toolApprovers: gate.gate.approvers.map(({ nativeId }) => nativeId),
          }),
          ...(gate.gate.quorum.n !== undefined && {
            toolNeeds: gate.gate.quorum.n,
          }),
        }
      : { gateTitle: stage?.description ?? stage?.name ?? gate.name };
  return {
    ...(tool && { tool }),
    runId: hash,
    pipelineName: pipeline.name,
    ...(fact.url && { runUrl: fact.url }),
    ...shown,
    ...(derived.rollsBack !== undefined && {
      rejectRollsBack: derived.rollsBack,
    }),
  };
}

/** A deadline that is only the tool's default, and may begin anew with each restart, ends nothing here. */
function deadlineOf(gate: DraftGate): Pick<RequestDraft, 'toolDeadline'> {
  const { expiresAt, expiryAssumed } = gate.kind === 'gate' ? gate.gate : {};
  return expiresAt && !expiryAssumed
    ? { toolDeadline: Date.parse(expiresAt) }
    : {};
}
