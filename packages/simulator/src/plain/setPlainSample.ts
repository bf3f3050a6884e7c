import { Objects } from '../control/Objects';
import type { KubeObject } from '../apiserver/ObjectStore';
import type { World } from '../world/World';

interface Sample extends KubeObject {
  spec: {
    progressDeadlineSeconds?: number;
    template: { spec: { containers: Array<{ image: string }> } };
  };
}

/** Rolls ks-sample of a plain cluster to another tag, as a person with kubectl would; it has half a minute to become well. */
export function setPlainSample(
  world: World,
  cluster: string,
  tag: string,
): void {
  const plain = world.plain.find(({ name }) => name === cluster);
  if (!plain) {
    throw new Error(`this world has no cluster ${cluster}`);
  }
  const objects = Objects.create(plain.member.store, 'kubectl-set');
  const type = plain.member.store.type('apps/v1', 'Deployment');
  if (!type) {
    throw new Error(`${cluster} serves no Deployment`);
  }
  const [sample] = objects
    .list<Sample>(type)
    .filter(({ metadata }) => metadata.name === 'ks-sample');
  objects.edit<Sample>(type, sample, draft => {
    const [container] = draft.spec.template.spec.containers;
    container.image = `${container.image.replace(/:[^:/]*$/, '')}:${tag}`;
    draft.spec.progressDeadlineSeconds = 30;
  });
}
