import { ApplicationKind, Operation } from '../model/enums';
import type { Deployment, Stage } from '../model/messages';
import type { ApplicationSpec, StageSpec } from './ApplicationSpec';

interface Given {
  version: 'v0' | 'v1';
  deployment: Deployment;
  spec: ApplicationSpec;
  uuid(): string;
  now: number;
}

interface Planned {
  stages: Stage[];
  specs: Map<string, StageSpec>;
}

const OPERATIONS: Record<string, number> = {
  WAIT_APPROVAL: Operation.APPROVE,
  ANALYSIS: Operation.SKIP,
};

function empty(now: number) {
  return {
    requires: [] as string[],
    authorized_operators: [] as string[],
    created_at: now,
    updated_at: now,
  };
}

function v0({ deployment, spec, now }: Given, quick: boolean): Planned {
  const terraform = deployment.kind === ApplicationKind.TERRAFORM;
  const predefined = terraform
    ? {
        id: 'TerraformSync',
        name: 'TERRAFORM_SYNC',
        desc: 'Sync by automatically applying any detected changes',
      }
    : {
        id: 'K8sSync',
        name: 'K8S_SYNC',
        desc: 'Sync by applying all manifests',
      };
  const wanted: StageSpec[] = quick ? [predefined] : spec.pipeline!;
  const stages = wanted.map((stage, index): Stage => {
    const gate = stage.name === 'WAIT_APPROVAL';
    return {
      ...empty(now),
      id: stage.id ?? `stage-${index}`,
      name: stage.name,
      desc: stage.desc,
      index,
      predefined: quick,
      visible: true,
      ...(gate && {
        metadata: { Approvers: (stage.approvers ?? []).join(',') },
      }),
    };
  });
  stages.forEach((stage, index) => {
    stage.requires = index > 0 ? [stages[index - 1].id] : [];
  });
  const specs = new Map(stages.map(({ id }, index) => [id, wanted[index]]));
  if (spec.autoRollback ?? !terraform) {
    const rollback = {
      id: 'Rollback',
      name: 'ROLLBACK',
      desc: 'Rollback the deployment',
    };
    stages.push({ ...empty(now), ...rollback, predefined: true });
    specs.set('Rollback', rollback);
  }
  return { stages, specs };
}

interface Rollback {
  index: number;
  spec: StageSpec;
}

function rollbacksOf(spec: ApplicationSpec, wanted: StageSpec[]): Rollback[] {
  const scripts = wanted.flatMap((stage, index): Rollback[] =>
    stage.onRollback
      ? [
          {
            index,
            spec: { name: 'SCRIPT_RUN_ROLLBACK', script: stage.onRollback },
          },
        ]
      : [],
  );
  return spec.manifests
    ? [
        {
          index: 0,
          spec: { name: 'K8S_ROLLBACK', desc: 'Rollback the deployment' },
        },
        ...scripts,
      ]
    : scripts;
}

function v1({ spec, uuid, now }: Given, quick: boolean): Planned {
  const wanted: StageSpec[] = quick
    ? [{ name: 'K8S_SYNC', desc: 'Sync by applying all manifests' }]
    : spec.pipeline!;
  const stages = wanted.map(
    (stage, index): Stage => ({
      ...empty(now),
      id: uuid(),
      name: stage.name,
      desc: stage.desc,
      index,
      available_operation: OPERATIONS[stage.name] ?? Operation.NONE,
      authorized_operators: stage.approvers ?? [],
    }),
  );
  if (!quick) {
    stages.forEach((stage, index) => {
      stage.requires = index > 0 ? [stages[index - 1].id] : [];
    });
  }
  const specs = new Map(stages.map(({ id }, index) => [id, wanted[index]]));
  if (spec.autoRollback ?? true) {
    for (const rollback of rollbacksOf(spec, wanted)) {
      const id = uuid();
      const { name, desc } = rollback.spec;
      stages.push({
        ...empty(now),
        id,
        name,
        desc,
        index: rollback.index,
        rollback: true,
        available_operation: Operation.NONE,
      });
      specs.set(id, rollback.spec);
    }
  }
  return { stages, specs };
}

/** The stages of a deployment and what they were made from: ids of git in v0, new ones in v1. */
export function plannedStages(given: Given, quick: boolean): Planned {
  return given.version === 'v0' ? v0(given, quick) : v1(given, quick);
}
