// A tool to look at while you build: one pipeline that runs, waits for an approval now and then, and runs again.
import { FakeSampleTool } from '../src/__testUtils__/FakeSampleTool.ts';

const port = Number(process.env.PORT ?? 7099);
const tool = new FakeSampleTool('fake-token');
const address = await tool.listen(port);
const pipeline = tool.addPipeline('hello-world');
process.stdout.write(
  `A fake Sample tool listens on ${address}, token fake-token\n`,
);

const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

for (;;) {
  const run = tool.startRun(pipeline);
  for (let line = 1; line <= 10; line += 1) {
    tool.writeLog(run, [`line ${line} of ${run.id}`]);
    await pause(2000);
  }
  tool.openGate(run, ['alice'], 1);
  await pause(20_000);
  tool.approve(run, 'alice');
  await pause(5000);
  tool.finish(run, run.number % 3 === 0 ? 'failed' : 'succeeded');
  await pause(10_000);
}
