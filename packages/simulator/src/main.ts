import { Command, InvalidArgumentError } from 'commander';
import { startAdmin } from './admin/startAdmin';
import { startSimulator } from './startSimulator';
import type { WorldName } from './world/buildWorld';
import { startScaleWorld } from './world/scale/startScaleWorld';

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new InvalidArgumentError('a whole number is expected');
  }
  return value;
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) {
    throw new InvalidArgumentError('a number above zero is expected');
  }
  return value;
}

const command = new Command('simulator')
  .description('The embedded world: a Karmada that speaks the real protocol')
  .option('--world <name>', 'default, empty or scale', 'default')
  .option('--clusters <count>', 'of the scale world', wholeNumber)
  .option('--bindings <count>', 'of the scale world', wholeNumber)
  .option('--seed <number>', 'the same seed gives the same world', wholeNumber)
  .option('--port <port>', 'of the API; 0 takes a free one', wholeNumber, 0)
  .option('--kubeconfig <file>', 'where to write the kubeconfig')
  .option('--admin-port <port>', 'of the stories and faults', wholeNumber)
  .option('--lively', 'people push and approve by themselves')
  .option('--webhook-url <url>', 'where pipeds send their events')
  .option('--gate-url <url>', 'where scripts ask whether they may go on')
  .option('--speed <factor>', 'world seconds per second', positive, 1);

async function startScale(options: {
  clusters?: number;
  bindings?: number;
  seed?: number;
  port: number;
  adminPort?: number;
  kubeconfig?: string;
}): Promise<void> {
  const { clusters = 100, bindings = 100_000, seed = 1 } = options;
  const running = await startScaleWorld({
    size: { clusters, bindings, seed },
    port: options.port,
    adminPort: options.adminPort,
    kubeconfigPath: options.kubeconfig,
  });
  process.stdout.write(
    `${bindings} bindings on ${clusters} clusters at ${running.url}, kubeconfig ${running.kubeconfigPath}, driven at ${running.adminUrl}\n`,
  );
  endOn(() => running.close());
}

function endOn(close: () => Promise<unknown>): void {
  const stop = () => {
    void close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function main(): Promise<void> {
  const options = command.parse().opts<{
    world: WorldName | 'scale';
    clusters?: number;
    bindings?: number;
    seed?: number;
    port: number;
    kubeconfig?: string;
    adminPort?: number;
    speed: number;
    lively?: boolean;
    webhookUrl?: string;
    gateUrl?: string;
  }>();
  const { kubeconfig, adminPort, world, seed, port, speed } = options;
  const { lively, webhookUrl, gateUrl } = options;
  // Who gives a size means the scale world.
  if (world === 'scale' || options.clusters || options.bindings) {
    await startScale(options);
    return;
  }
  const simulator = await startSimulator({
    world,
    seed,
    port,
    speed,
    kubeconfigPath: kubeconfig,
    lively,
    webhookUrl,
    gateUrl,
  });
  const admin =
    adminPort === undefined
      ? undefined
      : await startAdmin(simulator, adminPort);
  process.stdout.write(
    `Karmada at ${simulator.url}, kubeconfig ${simulator.kubeconfigPath}${
      admin ? `, stories and faults at ${admin.url}` : ''
    }${
      simulator.pipecd
        ? `; PipeCD at ${simulator.pipecd.url}, gRPC at ${simulator.pipecd.apiAddress} (API) and ${simulator.pipecd.webAddress} (web)`
        : ''
    }\n`,
  );
  endOn(() => Promise.all([simulator.close(), admin?.close()]));
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
