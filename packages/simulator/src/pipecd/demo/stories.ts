import type { World } from '../../world/World';
import { approve } from '../controlplane/approve';
import { isOver } from '../model/isOver';
import type { PipecdWorld } from '../PipecdWorld';
import { approveGate, openGate } from './approveGate';

type Tell = (pipecd: PipecdWorld, world: World) => void;

/** The next version after the newest that anybody has pushed of an application. */
export function nextVersion(pipecd: PipecdWorld, name: string): string {
  const { id } = pipecd.application(name);
  const { message } = pipecd.pipedOf(pipecd.application(name)).head(id);
  const [, major = '1', minor = '0'] = /v(\d+)\.(\d+)\./.exec(message) ?? [];
  return `v${major}.${Number(minor) + 1}.0`;
}

function push(name: string, author: string): Tell {
  return pipecd => {
    pipecd.push(name, `Bring ${nextVersion(pipecd, name)}`, author);
  };
}

function gateApproved(name: string, user: string): Tell {
  return pipecd => {
    const gate = openGate(pipecd, name);
    if (!gate) {
      throw new Error(`no gate of ${name} waits`);
    }
    const { run, stage } = gate;
    const claims = { sub: user, roles: ['Editor'], projectId: run.project_id };
    approve(pipecd.controlPlane, claims, run.id, stage.id);
  };
}

function withFailingAnalysis(pipecd: PipecdWorld, failsAt?: number): void {
  const { id } = pipecd.application('invoices');
  const { pipeline = [] } = pipecd.v0.spec(id);
  pipecd.v0.configure(id, {
    pipeline: pipeline.map(stage =>
      stage.name === 'ANALYSIS' ? { ...stage, failsAt } : stage,
    ),
  });
}

const rollsBack: Tell = pipecd => {
  withFailingAnalysis(pipecd, 20);
  const version = `${nextVersion(pipecd, 'invoices')}-rc1`;
  pipecd.push('invoices', `Bring ${version}`, 'Noor');
  const stop = pipecd.controlPlane.onDeployment(deployment => {
    if (deployment.application_name === 'invoices' && isOver(deployment)) {
      stop();
      withFailingAnalysis(pipecd);
    }
  });
};

function cancelled(name: string): Tell {
  return pipecd => {
    const run = pipecd.deployments(name).find(other => !isOver(other));
    if (!run) {
      throw new Error(`no run of ${name} is under way`);
    }
    pipecd.command('cancel', run, 'olivia');
  };
}

/** A control plane is upgraded past its readers: the next run of vouchers is in a status that came with it. */
const unheardOf: Tell = pipecd => {
  pipecd.v1.configure(pipecd.application('vouchers').id, {
    unheardOf: { status: 7, reason: 'The deployment is paused' },
  });
  pipecd.push('vouchers', `Bring ${nextVersion(pipecd, 'vouchers')}`, 'Noor');
};

const goesOn: Tell = pipecd => {
  pipecd.v1.configure(pipecd.application('vouchers').id, {
    unheardOf: undefined,
  });
};

const TELL = {
  'run-starts': push('wait-approval', 'Olivia'),
  'gate-approved': gateApproved('wait-approval', 'olivia'),
  'gate-approved-unlisted': pipecd =>
    approveGate(pipecd, 'wait-approval', ['hello-pipecd']),
  'run-cancelled': cancelled('wait-approval'),
  'run-rolls-back': rollsBack,
  'canary-run': push('canary', 'Olivia'),
  'canary-mended-run': push('canary-mended', 'Olivia'),
  'analysis-run': push('analysis-with-baseline', 'Olivia'),
  'analysis-approved': gateApproved('analysis-with-baseline', 'olivia'),
  'chain-run': push('app-1-cluster-1', 'Paul'),
  'basket-approved': gateApproved('basket', 'paul'),
  'basket-run': push('basket', 'Noor'),
  'gift-cards-run': push('gift-cards-rohan', 'Olivia'),
  'gift-cards-approved': gateApproved('gift-cards-shire', 'noor'),
  'payouts-run': push('payouts', 'Olivia'),
  'payouts-cancelled': cancelled('payouts'),
  'refunds-run': push('refunds', 'Olivia'),
  'settlements-run': push('settlements', 'Olivia'),
  'stocktake-run': push('stocktake', 'Noor'),
  'status-unheard-of': unheardOf,
  'status-known-again': goesOn,
  'gate-times-out': push('shipping', 'Noor'),
  'plan-fails': push('tariffs', 'Noor'),
  'piped-offline': pipecd => {
    pipecd.v0.kill();
    // A real one is missed after two minutes; nobody should have to wait that long here.
    pipecd.controlPlane.lastStats.delete(pipecd.v0.id);
  },
  'piped-back': pipecd => {
    if (!pipecd.v0.alive) {
      pipecd.v0.start();
    }
  },
  'piped-upgraded': pipecd => {
    pipecd.v1.stop();
    pipecd.v1.start();
  },
} satisfies Record<string, Tell>;

/** What can be told of the delivery of the running default world. */
export type DeliveryStory = keyof typeof TELL;

/** {@inheritDoc DeliveryStory} */
export const deliveryStories = Object.keys(TELL) as DeliveryStory[];

/** Begins a story; what follows from it takes its time. Throws when there is nothing to tell it of. */
export function tellDelivery(world: World, name: DeliveryStory): void {
  if (!world.pipecd) {
    throw new Error('this world has no PipeCD');
  }
  const tell: Tell = TELL[name];
  tell(world.pipecd, world);
}
