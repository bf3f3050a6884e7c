/** Chinese of what is said of clusters that are cordoned, and of lanes beside their release. @internal */
export const laneCareSentencesZh: Readonly<Record<string, string>> = {
  'cordon.unsaid': '控制面没有给出原因。',
  'cordon.effect.stays':
    '在该集群上运行的 {{count}} 个工作负载及其全部副本都会保留。',
  'cordon.effect.alone':
    '其中在别处没有副本的：{{names}}。在停止调度期间，一旦离开该集群就不会再回来。',
  'cordon.effect.aloneMore':
    '其中在别处没有副本的：{{names}} 以及另外 {{count}} 个。在停止调度期间，一旦离开该集群就不会再回来。',
  'cordon.effect.elsewhere':
    '此后放置的内容会去往其他接受新工作负载的集群：{{clusters}}。',
  'cordon.effect.nowhere':
    '此控制面没有其他接受新工作负载的集群：将无法放置任何新内容。',
  'uncordon.effect.again':
    '此后放置的内容可以再次使用该集群。已经离开的内容不会自行回来。',
  'uncordon.effect.waiting':
    '目前无处放置、可能放到该集群的工作负载：{{count}} 个。',
  'lane.view.leaving':
    '{{cluster}} 上不再需要该策略的任何内容；现有的将被移除。',
  'lane.effect.baseline':
    '现在运行的内容并不因此获批，除非此前已在该策略下获批。在投票放行内容之前，门户不会自行改变副本数，也不会自行迁移；人可以说明理由后放行。',
  'lane.restore.failover':
    '{{lost}} 已失联。对 {{clusters}} 暂停的内容此前已在该策略下获批：放行只会补回副本，不带来任何新内容。',
  'lane.restore.replicas': '{{clusters}} 上只有副本数变化：内容此前已获批。',
  'lane.restore.return':
    '对 {{clusters}} 暂停的内容在最近 30 天内经批准在那里运行过，放行即回到该内容。',
  'lane.restore.baseline.failover':
    '{{lost}} 已失联。为 {{clusters}} 暂停的内容在设防之前就在运行，或是越过规则发出的，没有人在这里批准过。放行只会补回副本，不带来该策略下未曾运行过的内容。',
  'lane.restore.baseline.replicas':
    '{{clusters}} 上只有副本数变化。内容在设防之前就在运行，或是越过规则发出的，没有人在这里批准过。',
  'lane.incident.slipped':
    '{{cluster}} 上有未经批准的内容：它是在该策略设防期间发出的。',
  'lane.care.short': '已暂停：{{cluster}} 运行 {{runs}} / {{wanted}} 个副本。',
  'lane.exempt.replicas': '无需批准：只有副本数变化。',
  'lane.exempt.failover': '无需批准：内容此前已获批，且有集群失联。',
  'lane.exempt.return': '无需批准：回到已批准的内容。',
  'lane.exemptBy.replicas': '{{by}} 未经投票放行：只有副本数变化。',
  'lane.exemptBy.failover':
    '{{by}} 未经投票放行：内容此前已获批，且有集群失联。',
  'lane.exemptBy.return': '{{by}} 未经投票放行：回到已批准的内容。',
  'lane.exemptBy.baseline.replicas':
    '{{by}} 未经投票即放行：只是原有内容的副本数变化，该内容没有人在这里批准过。',
  'lane.exemptBy.baseline.failover':
    '{{by}} 未经投票即放行：内容原本就在该策略下运行，且有集群失联，没有人在这里批准过。',
};
