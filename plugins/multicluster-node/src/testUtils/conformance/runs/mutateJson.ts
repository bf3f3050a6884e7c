import { JsonObject, JsonValue } from '@backstage/types';

/** A seeded random number in [0, 1): the same sequence in each run of the tests. @internal */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    // mulberry32, Tommy Ettinger, public domain
    state = (state + 0x6d2b79f5) % 4294967296;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const odd: JsonValue[] = [
  null,
  '',
  'never heard of',
  '__proto__',
  0,
  -1,
  999999,
  1e21,
  true,
  [],
  {},
  [null],
  { id: 'x' },
];

/** Takes away or replaces some values of an object, at any depth, by what no tool should send. @internal */
export function mutateJson(
  value: JsonObject,
  random: () => number,
): JsonObject {
  const copy = JSON.parse(JSON.stringify(value)) as JsonObject;
  const changes = 1 + Math.floor(random() * 3);
  for (let i = 0; i < changes; i++) {
    const places = placesOf(copy);
    const place = places[Math.floor(random() * places.length)];
    if (place) {
      change(place, random);
    }
  }
  return copy;
}

interface Place {
  holder: Record<string, JsonValue | undefined> | JsonValue[];
  name: string;
}

function change({ holder, name }: Place, random: () => number): void {
  // A copy, or what is changed within it next would be changed everywhere, and could come to hold itself.
  const replacement = structuredClone(odd[Math.floor(random() * odd.length)]);
  if (Array.isArray(holder)) {
    holder[Number(name)] = replacement;
  } else if (random() < 0.4) {
    delete holder[name];
  } else {
    holder[name] = replacement;
  }
}

function placesOf(value: JsonValue | undefined): Place[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const holder = value as Place['holder'];
  return Object.entries(holder).flatMap(([name, inner]) => [
    { holder, name },
    ...placesOf(inner),
  ]);
}
