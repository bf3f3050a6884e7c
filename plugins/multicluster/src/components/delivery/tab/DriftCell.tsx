import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { useSentence } from '@fairway/backstage-plugin-multicluster-react';
import { Note } from '../parts/Note';

/** What is deployed is not what was asked for, and how it differs. @internal */
export function DriftCell(props: { drift: Sentence }) {
  const say = useSentence();
  return <Note look={{ shape: 'warn', tone: 'warn' }}>{say(props.drift)}</Note>;
}
