/** Chinese of `auditSentences`. @internal */
export const auditSentencesZh = {
  'audit.basis.approved': '由 {{actors}} 批准',
  'audit.basis.exempt': '无需再次批准：{{exemption}}',
  'audit.basis.accepted':
    '{{actors}} 未经投票即放行，且没有人在这里批准过：{{exemption}}',
  'audit.exemption.replicas': '只有副本数变化',
  'audit.exemption.failover': '因集群失联而移动副本',
  'audit.exemption.return': '回到已批准的内容',
  'audit.basis.elsewhere': '由 {{actors}} 在别处决定',
  'audit.basis.actorUnknown': '在别处决定，无人知道由谁决定',
  'audit.basis.emergency': '紧急情况：由 {{actors}} 越过规则决定',
  'audit.basis.before': '此前运行的内容未知：当时尚未开始观察',
  'audit.basis.unnoted': '发生在开始记录哪些环境要求审批之前',
  'audit.basis.noPolicy': '当时没有策略要求在那里审批',
  'audit.basis.none': '未找到审批',
  'audit.basis.partly':
    '未找到 {{versions}} 的审批；该请求只涵盖此变更的其余部分',
  'audit.change.settings': '{{version}} 下的设置已更改',
  'audit.change.image': '{{version}} 下换成了另一个镜像',
  'audit.change.both': '{{version}} 下换成了另一个镜像，设置也已更改',
  'audit.change.hidden':
    '模板已更改；由于覆盖策略可能改变镜像，无法知道运行的是哪个版本',
  'audit.limit.kept': '{{since}} 之前的变更已不再保留',
  'audit.limit.cut':
    '请求过多：{{since}} 之前发起的请求有一部分未被查看，由其放行的变更可能显示为未经审批',
  'audit.limit.unread':
    '自 {{since}} 起未能完整读取 {{source}}，那里的变更可能缺失',
  'audit.limit.gone': '已不存在的工作负载的变更缺失',
  'audit.limit.content':
    '内容仅指工作负载模板所写的内容：ConfigMap 和 Secret 中的内容、覆盖策略所做的更改，以及镜像仓库在标签背后放置的镜像不在其中',
  'audit.limit.observed':
    '变更在被看到时才会报告；在两次查看之间出现又消失的变更缺失',
};
