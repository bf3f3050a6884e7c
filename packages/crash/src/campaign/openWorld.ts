import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawDelays } from '../lib/drawDelays';
import { draw } from '../lib/draw';
import { Sequence } from '../lib/Sequence';
import { Plane } from '../plane/Plane';
import { servePlane } from '../plane/servePlane';
import { VOTERS } from '../portal/crashWorld';
import { Portal } from '../portal/Portal';
import { PortalClient } from '../portal/PortalClient';
import { Replicas } from '../portal/Replicas';
import { armLanes } from '../stream/armLanes';
import { Inbox } from '../stream/Inbox';
import { LaneScene } from '../stream/LaneScene';
import { LaneTurns } from '../stream/LaneTurns';
import { LineStops } from '../stream/LineStops';
import { RunScene } from '../stream/RunScene';
import { Scene } from '../stream/Scene';
import { Stream } from '../stream/Stream';
import { serveTool } from '../tool/serveTool';
import { Tool } from '../tool/Tool';
import { CampaignOptions } from './CampaignOptions';
import { World } from './World';

/** More stories than begin between two crashes. */
const STORIES_OF_A_CRASH = 100;
/** A portal that lives for longer than that is busy with what it has to do; whoever waits for a page waits on. */
const SEEN_WITHIN_MS = 10_000;
/** Most milliseconds until a cluster has what was released to it. */
const ARRIVES_MS = 400;

/** Starts the far ends and the portal over them, with every lane held; people begin nothing yet. */
export async function openWorld(options: CampaignOptions): Promise<World> {
  const { seed, from } = options;
  const sequence = Sequence.create();
  const tool = Tool.create(sequence);
  const plane = Plane.create(sequence, drawArrivals(seed));
  const servedTool = await serveTool(tool, drawDelays(seed));
  const servedPlane = await servePlane(plane, drawDelays(seed));
  const replicas = replicasOf(options, {
    tool: servedTool.url,
    plane: servedPlane.url,
  });
  const abort = new AbortController();
  const close = async () => {
    abort.abort();
    await replicas.kill();
    await Promise.all([servedTool.close(), servedPlane.close()]);
  };
  try {
    const { signal } = abort;
    const client = PortalClient.create(replicas, signal);
    await replicas.up();
    await armLanes(client);
    const inbox = Inbox.open(client, VOTERS[0], signal);
    const stage = { client, inbox, sequence, signal };
    const numbers = { seed, first: from * STORIES_OF_A_CRASH };
    const stream = (scene: Scene) => Stream.create(scene, stage, numbers);
    const streams = {
      runs: stream(RunScene.create(tool, client)),
      lanes: stream(LaneScene.create(plane, options.waves)),
    };
    const stops = LineStops.start({
      client,
      sequence,
      seed,
      who: VOTERS[1],
      sent: () => [...tool.sent, ...plane.sent],
    });
    const turns = LaneTurns.start({ client, plane, seed, who: VOTERS[2] });
    return {
      replicas,
      tool,
      plane,
      streams,
      stops,
      turns,
      seen: async () => {
        await Promise.race([inbox.readAgain(), sleep(SEEN_WITHIN_MS)]);
      },
      giveUp: () => abort.abort(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function replicasOf(
  { dir, file, database, replicas, waves }: CampaignOptions,
  farEnds: { tool: string; plane: string },
): Replicas {
  const common = {
    ...farEnds,
    file,
    database,
    waves,
    cwd: placeFor(dir),
    cache: path.join(dir, 'compiled'),
    log: path.join(dir, 'portal.log'),
  };
  return Replicas.create(
    Array.from({ length: replicas }, (_, index) =>
      Portal.create({
        ...common,
        ...(replicas > 1 && { host: `replica-${index}` }),
      }),
    ),
  );
}

function drawArrivals(seed: number): () => number {
  let arrivals = 0;
  return () => {
    arrivals += 1;
    return draw(seed, arrivals, 'arrival', 0, ARRIVES_MS);
  };
}

/** A package of nothing: where the portal finds no schemas to read. */
function placeFor(dir: string): string {
  const place = path.join(dir, 'portal');
  fs.mkdirSync(place, { recursive: true });
  fs.writeFileSync(
    path.join(place, 'package.json'),
    JSON.stringify({ name: 'portal', version: '0.0.0', private: true }),
  );
  return place;
}
