import { Command, InvalidArgumentError } from 'commander';
import { startAdmin } from './admin/startAdmin';
import { startSimulator } from './startSimulator';
import type { WorldName } from './world/buildWorld';

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
  .option('--speed <factor>', 'world seconds per second', positive, 1);

async function main(): Promise<void> {
  const options = command.parse().opts<{
    world: WorldName;
    clusters?: number;
    bindings?: number;
    seed?: number;
    port: number;
    kubeconfig?: string;
    adminPort?: number;
    speed: number;
  }>();
  const { kubeconfig, adminPort, ...rest } = options;
  const simulator = await startSimulator({
    ...rest,
    kubeconfigPath: kubeconfig,
  });
  const admin =
    adminPort === undefined
      ? undefined
      : await startAdmin(simulator, adminPort);
  process.stdout.write(
    `Karmada at ${simulator.url}, kubeconfig ${simulator.kubeconfigPath}${
      admin ? `, stories and faults at ${admin.url}` : ''
    }\n`,
  );
  const stop = () => {
    void Promise.all([simulator.close(), admin?.close()]).then(() =>
      process.exit(0),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
