import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import {
  useSentence,
  useTimeFormat,
} from '@fairway/backstage-plugin-multicluster-react';
import { Note } from '../../delivery/parts/Note';
import { BreakGlassNote } from './BreakGlassNote';
import { useActorText } from './useActorText';
import { useApprovalText } from './useApprovalText';

/** What keeps a request where it is: a stopped line, a closed window, a halt; and who may do something about it. @internal */
export function RequestNotes(props: { item: ApprovalItem }) {
  const { request } = props.item;
  const { stop, halted, window, state } = request;
  const t = useApprovalText();
  const say = useSentence();
  const format = useTimeFormat();
  const actor = useActorText();
  return (
    <>
      {stop && (
        <Note look={{ shape: 'stop', tone: 'bad' }}>
          {t('stop.stopped', {
            by: actor(stop.by),
            time: format(stop.until),
            reason: stop.reason,
          })}
        </Note>
      )}
      {window && !window.open && window.sentence && state === 'pending' && (
        <Note look={{ shape: 'pending', tone: 'warn' }}>
          {`${say(window.sentence)} · ${t('request.votesMeanwhile')}`}
        </Note>
      )}
      {window?.open && window.nextClose && (
        <Note look={{ shape: 'pending', tone: 'info' }}>
          {t('request.windowCloses', { time: format(window.nextClose) })}
        </Note>
      )}
      {halted && halted.owners.length > 0 && (
        <Note look={{ shape: 'warn', tone: 'bad' }}>
          {t('request.haltedOwners', {
            names: halted.owners.map(actor).join(t('request.comma')),
          })}
        </Note>
      )}
      <BreakGlassNote request={request} />
    </>
  );
}
